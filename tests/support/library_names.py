"""Which names in inline code exist: those of torch, NumPy, SciPy, scikit-learn and Python, and a page's own."""

import ast
import builtins
import functools
import inspect
import math
import pkgutil
import re
from collections.abc import Collection
from types import ModuleType
from typing import Any

import numpy
import scipy.special
import sklearn.base
import sklearn.calibration
import sklearn.linear_model
import sklearn.metrics
import sklearn.preprocessing
import torch
from torch import nn

ALIASES = {"F": "torch.nn.functional", "nn": "torch.nn", "np": "numpy"}
INSTALLED = {"torch", "numpy", "scipy", "sklearn", "math", "warnings"}
NOT_INSTALLED = {"jax", "keras", "optax", "tensorflow", "tf", "transformers"}
SPACES = [
    *(torch, nn, nn.functional, nn.parallel, nn.utils, nn.utils.rnn, torch.amp, torch.autograd, torch.autograd.graph),
    *(torch.distributed, torch.distributions, torch.linalg, torch.optim, torch.utils._python_dispatch),
    *(numpy, scipy.special, sklearn.calibration, sklearn.metrics, sklearn.preprocessing, builtins, math),
]
CLASSES = [
    *(torch.Tensor, nn.Module, nn.parallel.DistributedDataParallel, torch.optim.Optimizer, numpy.ndarray),
    *(sklearn.linear_model.LogisticRegression, torch.amp.GradScaler, torch.distributions.Categorical),
]
LIBRARY_STYLE = re.compile(r"\w_\w|[a-z]{2}[A-Z]|[A-Z]{2}[a-z]")  # of a name that is neither called nor dotted
FILE = re.compile(r"[\w/-]+\.(?:csv|json|md|py|svg|txt)")
REDUCTIONS = {"none", "mean", "sum", "batchmean", "elementwise_mean"}  # the last still works, with a warning


def unknown(code: str, own: Collection[str] = ()) -> list[str]:
    """Each name or keyword in a piece of inline code that does not exist; nothing of what is no Python.

    `own` are the words of the code that the page shows, which may define what no library has.
    """
    tree = None if FILE.fullmatch(code) else _parse(code)
    reader = _Reader(own)
    if tree:
        reader.visit(tree)
    return reader.unknown


class _Reader(ast.NodeVisitor):
    """Walks over the syntax tree of a piece of inline code, and notes the names that do not exist."""

    def __init__(self, own: Collection[str]) -> None:
        self.own = own
        self.unknown: list[str] = []

    def visit_Attribute(self, node: ast.Attribute) -> None:
        name = _dotted(node)
        root = name.partition(".")[0]
        if root in INSTALLED:
            self._note(name, _resolve(name) is not None)
        elif root in NOT_INSTALLED:
            self._note(name, False)
        else:
            self._note(f".{node.attr}", any(hasattr(each, node.attr) for each in CLASSES))
            self.visit(node.value)

    def visit_Name(self, node: ast.Name) -> None:
        if LIBRARY_STYLE.search(node.id):
            self._note(node.id, self._is_known(node.id))

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name):
            self._note(node.func.id, self._is_known(node.func.id))
        named = {*_parameters_of(_called(node))} or parameters() | {*self.own}
        for keyword in node.keywords:
            self._note(f"{keyword.arg}=", keyword.arg in named)
            value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
            if keyword.arg == "reduction" and isinstance(value, str):
                self._note(f"reduction={value!r}", value in REDUCTIONS)
        for part in [node.func, *node.args, *(keyword.value for keyword in node.keywords)]:
            self.visit(part)

    def _note(self, name: str, is_known: bool) -> None:
        if not is_known and name not in self.unknown:
            self.unknown.append(name)

    def _is_known(self, name: str) -> bool:
        known = name in self.own or name in ALIASES or name in INSTALLED or name in parameters()
        return known or any(hasattr(space, name) for space in [*SPACES, *CLASSES])


def _parse(code: str) -> ast.AST | None:
    """A piece of inline code as a syntax tree; `.item()`, `reduction=` and `reduction="sum"` are pieces of others."""
    for form in ("({})", "x{}", "_({})", "_({}0)"):
        try:
            return ast.parse(form.format(code), mode="eval")
        except SyntaxError:
            continue
    return None


def _dotted(node: ast.expr) -> str:
    """The name that an expression is, such as "torch.nn.NLLLoss", or ""."""
    if isinstance(node, ast.Name):
        return ALIASES.get(node.id, node.id)
    inside = _dotted(node.value) if isinstance(node, ast.Attribute) else ""
    return f"{inside}.{node.attr}" if isinstance(node, ast.Attribute) and inside else ""


def _resolve(name: str) -> Any:
    """What a dotted name of an installed library means, or None."""
    try:
        return pkgutil.resolve_name(name)
    except (AttributeError, ImportError):
        return None


def _called(call: ast.Call) -> Any:
    """What is called: a function or class of a library, a method of a tensor, or None."""
    name = _dotted(call.func)
    if name.partition(".")[0] in INSTALLED:
        return _resolve(name)
    if isinstance(call.func, ast.Attribute):
        return getattr(torch.Tensor, call.func.attr, None)
    return getattr(nn.functional, name, None)


def _parameters_of(called: Any) -> list[str]:
    """The names of the parameters of a function or class, by its signature or else by the first line of its text."""
    try:
        return [*inspect.signature(called).parameters]
    except (TypeError, ValueError):
        return re.findall(r"\w+", (inspect.getdoc(called) or "").partition("->")[0]) if called else []


@functools.cache
def parameters() -> frozenset[str]:
    """The names of all parameters of what torch, NumPy, SciPy and scikit-learn offer."""
    found = [getattr(space, name, None) for space in [*SPACES, *CLASSES] for name in dir(space)]
    callables = [each for each in found if callable(each) and not isinstance(each, ModuleType)]
    return frozenset(name for each in callables for name in _parameters_of(each) if name.isidentifier())
