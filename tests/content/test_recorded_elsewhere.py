"""What pages record of libraries that are not installed follows from the recorded scripts, with torch and NumPy.

The scripts run with stand-ins for those libraries, and print what is recorded, every number included. Or a snippet of
the page computes the same losses, and prints what is recorded too.
"""

import contextlib
import io
import re
import sys

import pytest

from tests.support import stand_in_metrics, stand_in_transformers, stand_ins
from tests.support.gate import first_difference, refuse
from tests.support.pages import found
from tests.support.project import ROOT
from tools.examples.files import Problem, read_text

SNIPPETS = ROOT / "snippets"
STAND_INS = {  # by the recorded script: what makes the modules that it imports, and the names whose versions it takes
    "guides/translate/keras.txt": (stand_ins.keras, ["Keras"]),
    "guides/translate/optax.txt": (stand_ins.optax, ["Optax", "JAX"]),
    "guides/imbalance/torchvision.txt": (stand_ins.torchvision, ["torchvision"]),
    "guides/mixed-targets/mixup.txt": (stand_ins.torchvision, ["torchvision"]),
    "guides/mixed-targets/coral.txt": (stand_ins.coral_pytorch, ["coral_pytorch"]),
    "guides/contrastive/libraries.txt": (stand_ins.contrastive, []),
    "guides/measuring/torchmetrics.txt": (stand_in_metrics.torchmetrics, ["torchmetrics"]),
    "guides/language-models/labels.txt": (stand_in_transformers.transformers, ["Transformers"]),
    "guides/language-models/collators.txt": (stand_in_transformers.transformers, ["Transformers"]),
}
BY_SNIPPET = ["guides/segmentation/libraries.txt"]  # a snippet of the same name prints its losses
ONLY_SHOWN = [
    "guides/language-models/packed.txt",  # whether two logits agree, which only the library can say
    "guides/compiled-and-distributed/inductor.txt",  # needs a C++ compiler; compiled.py prints its losses without one
]
NOT_RECORDED = {"reference/ledger/printed.txt"}  # the data of the ledger, which is shown as it is
RUN = re.compile(r"^\$ (?:KERAS_BACKEND=(?P<backend>\w+) )?python (?P<script>\w+\.txt)\n", re.MULTILINE)


def output_of(script):
    """The path of what a recorded script printed."""
    return script.with_name(f"{script.stem}_output.txt")


def version(script, name):
    """The version of a library that a page says it recorded with; every record of the page says the same."""
    page = read_text(ROOT / "docs" / f"{script.rpartition('/')[0]}.md")
    (only,) = set(re.findall(rf"^ *Recorded with .*\b{name} ([\d.]+\d)", page, re.MULTILINE))
    return only


def printed(script, backend, folder, monkeypatch):
    """What a recorded script prints with stand-ins, its text read from a folder."""
    make, names = STAND_INS[script]
    modules = make(*([backend] if backend else []), *(version(script, name) for name in names))
    path = folder / script
    with monkeypatch.context() as patched, contextlib.redirect_stdout(io.StringIO()) as out:
        for name, module in modules.items():
            patched.setitem(sys.modules, name, module)
        exec(compile(read_text(path), path.name, "exec"), {})
    return out.getvalue()


def problems(script, folder, monkeypatch):
    """A Problem for each run of a recorded script that prints something else: for its first line that differs."""
    record = output_of(folder / script)
    text = read_text(record)
    runs = list(RUN.finditer(text))
    for run, end in zip(runs, [*(run.start() for run in runs[1:]), len(text)]):
        recorded = text[run.end() : end].rstrip("\n") + "\n"
        line, difference = first_difference(recorded, printed(script, run["backend"], folder, monkeypatch))
        if difference:
            yield Problem(record, text.count("\n", 0, run.end()) + line + 1, difference)


@pytest.mark.parametrize("script", STAND_INS)
def test_what_is_recorded_follows_from_the_scripts(script, monkeypatch):
    refuse(problems(script, SNIPPETS, monkeypatch))


def losses(path):
    """The lines of a text that end in two losses."""
    return re.findall(r"^.*\d\.\d{4}  \d\.\d{4}$", read_text(path), re.MULTILINE)


@pytest.mark.parametrize("script", BY_SNIPPET)
def test_a_snippet_prints_the_recorded_losses(script):
    recorded = losses(output_of(SNIPPETS / script))
    assert len(recorded) > 5 and recorded == losses((SNIPPETS / script).with_suffix(".out"))


def test_every_recorded_text_of_a_page_is_recomputed_here():
    shown = {i.snippet.relative_to(SNIPPETS).as_posix() for i in found().includes if i.end == ".txt"}
    scripts = [*STAND_INS, *BY_SNIPPET, *ONLY_SHOWN]
    outputs = [output_of(SNIPPETS / script).relative_to(SNIPPETS).as_posix() for script in scripts]
    assert shown - NOT_RECORDED == {*scripts, *outputs}


@pytest.mark.parametrize(
    "path, old, new",
    [
        ("guides/translate/keras_output.txt", "0.9027", "0.9028"),
        ("guides/translate/keras_output.txt", "3.15.1", "3.15.2"),
        ("guides/translate/keras.txt", "[3.0, 1.0, 0.5]", "[3.0, 1.0, 0.6]"),
        ("guides/translate/optax_output.txt", "0.6381", "0.6382"),
        ("guides/translate/optax.txt", "[1.0, 2.0, 5.0]", "[1.0, 2.0, 4.0]"),
        ("guides/imbalance/torchvision_output.txt", "0.7725", "0.7726"),
        ("guides/imbalance/torchvision.txt", "(z, y, alpha=0.75)", "(z, y, alpha=0.7)"),
        ("guides/mixed-targets/mixup_output.txt", "[0, 1], [1, 2]", "[0, 1], [1]"),
        ("guides/mixed-targets/mixup.txt", "[0, 1, 2, 0]", "[0, 1, 2, 1]"),
        ("guides/mixed-targets/coral_output.txt", "0.3329", "0.3328"),
        ("guides/mixed-targets/coral.txt", "[1.0, 0.0, -1.0]", "[1.0, 0.5, -1.0]"),
        ("guides/contrastive/libraries_output.txt", "0.0111", "0.0112"),
        ("guides/contrastive/libraries.txt", "temperature=0.5)(first", "temperature=0.6)(first"),
        ("guides/measuring/torchmetrics_output.txt", "0.8333", "0.8334"),
        ("guides/measuring/torchmetrics.txt", "[0.5, -1.0]", "[0.5, 0.0]"),
        ("guides/language-models/labels_output.txt", "1.8333", "1.8334"),
        ("guides/language-models/labels_output.txt", "5.24.0", "5.24.1"),
        ("guides/language-models/labels.txt", "[3, 1, 2, 0]", "[3, 1, 1, 0]"),
        ("guides/language-models/collators_output.txt", "[1, 3, -100, -100]", "[1, 3, 0, -100]"),
    ],
)
def test_a_wrong_number_is_seen(path, old, new, monkeypatch, tmp_path):
    script = path.replace("_output", "")
    for each in (SNIPPETS / script, output_of(SNIPPETS / script)):
        text, copy = read_text(each), tmp_path / each.relative_to(SNIPPETS)
        if each == SNIPPETS / path:
            assert old in text
            text = text.replace(old, new, 1)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, encoding="utf-8")
    assert list(problems(script, tmp_path, monkeypatch))
