"""What the examples are about, PyTorch: its pin, and what to import once before forking a child for each example.

The only file of this room to rewrite for another library.
"""

import functools
import importlib
import importlib.metadata
import io
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tools.examples.files import Problem, read_text

NAME = "torch"
NAMES_TAKEN = {"torch", "numpy"}  # a script of such a name would be imported in place of the library
VERSION = re.compile(r"\d+(\.\d+)+\w*")
BESIDE = ["numpy", "scipy", "scikit-learn", "matplotlib"]  # what the examples import besides
JUPYTER = ["jupytext", "nbclient"]  # what runs notebooks
BUILT_FOR_NUMPY_2 = "2.3"  # earlier releases warn beside NumPy 2, and cannot convert tensors to arrays
PIN = re.compile(rf"^{NAME}==([\w.]+)", re.MULTILINE)


def installed_version() -> str:
    """The version of the library that runs here, without what is said of its build, as in 2.13.0+cpu."""
    return importlib.metadata.version(NAME).partition("+")[0]


def pinned_version(root: Path) -> str:
    """The version of the library that requirements.txt pins; raises a Problem if it pins none."""
    return _pin(root)[1]


def refuse_other_version(root: Path) -> None:
    """Raise a Problem unless the installed version is the one that requirements.txt pins."""
    pin = _pin(root)
    if installed_version() != pin[1]:
        line = pin.string.count("\n", 0, pin.start()) + 1
        differ = f"recorded with {NAME} {pin[1]}, this is {installed_version()}"
        raise Problem(Path(root, "requirements.txt"), line, f"{differ}; pip install -r requirements.txt")


def _pin(root: Path) -> re.Match[str]:
    path = Path(root, "requirements.txt")
    pin = PIN.search(read_text(path))
    if not pin:
        raise Problem(path, 0, f"pins no {NAME}; add a line {NAME}==VERSION")
    return pin


def needs_older_packages(version: str) -> bool:
    """Whether this version cannot work beside the packages that requirements.txt pins."""
    return sort_key(version) < sort_key(BUILT_FOR_NUMPY_2)


def beside(root: Path, version: str) -> list[str]:
    """What to install beside this version of the library, so that the examples run: requirements for pip."""
    pins = dict(re.findall(r"^([\w-]+)==(\S+)", read_text(Path(root, "requirements.txt")), re.MULTILINE))
    if not needs_older_packages(version):
        return [*(f"{name}=={pins[name]}" for name in [*BESIDE, *JUPYTER]), "ipykernel"]
    older = ["numpy<2", *(name for name in BESIDE if name != "numpy")]
    return [*older, *(f"{name}=={pins[name]}" for name in JUPYTER), "ipykernel"]


def sort_key(version: str) -> list[int]:
    """Sorts versions as numbers: 2.9.1 before 2.13.0."""
    return [int(part) for part in re.findall(r"\d+", version)]


def warm_up() -> None:
    """Import the library and pay its first-use costs, on one thread: a fork of several threads hangs."""
    import numpy
    import torch

    torch.set_num_threads(1)
    logits = torch.tensor([[2.0, 1.0]], requires_grad=True)
    loss = torch.nn.functional.cross_entropy(logits.softmax(dim=1).log(), torch.tensor([0]))
    loss.backward()
    str(logits.grad)
    numpy.array2string(numpy.exp(numpy.zeros(2)))
    reseed()  # the first time, this imports numpy.random


def reseed() -> None:
    """Give a child random numbers of its own, as a fresh interpreter has."""
    import numpy
    import torch

    random.seed()
    numpy.random.seed(random.getrandbits(32))  # by itself, it would take a millisecond to gather a seed
    torch.default_generator.seed()


def _draw() -> None:
    import matplotlib.pyplot as plt

    _, axes = plt.subplots()
    axes.plot([0, 1], label="$10^2$")
    axes.legend()
    plt.savefig(io.BytesIO(), format="svg")
    plt.close("all")


def _compile() -> None:
    import torch

    importlib.import_module("torch._inductor.compile_fx")
    guards: Any = importlib.import_module("torch._dynamo.guards")
    guards.profile_guard_manager = lambda *_: 0.0  # to time guards, each compilation would empty the processor's caches
    compiled = torch.compile(torch.nn.functional.cross_entropy, backend="aot_eager_decomp_partition")
    compiled(torch.zeros(1, 2), torch.tensor([0]))
    torch._dynamo.reset()


# What takes half a second the first time, by the words of an example that does it.
_import_dynamo = functools.partial(importlib.import_module, "torch._dynamo")  # as torch does itself at these words
SLOW: dict[str, Callable[[], object]] = {
    "matplotlib": _draw,
    "sklearn": functools.partial(importlib.import_module, "sklearn.metrics"),
    r"torch\.(optim|func)|LinearCrossEntropyOptions|TorchDispatchMode|device=.meta|MultiheadAttention": _import_dynamo,
    r"utils\.checkpoint|gradcheck|grad_outputs|\.backward\(\w+\)|use_deterministic": _import_dynamo,
    r"torch\.compile": _compile,
}


def slow_parts(text: str) -> list[str]:
    """The keys of SLOW that an example of this text needs."""
    return [words for words in SLOW if re.search(words, text)]
