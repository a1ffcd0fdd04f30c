"""What pages record of libraries that are not installed follows from the recorded scripts, with torch and NumPy.

The scripts run with stand-ins for Keras, JAX, Optax, torchvision and coral_pytorch. They print what is recorded,
every number included.
"""

import contextlib
import io
import re
import sys

import pytest

from tests.support import stand_ins
from tests.support.gate import first_difference, refuse
from tests.support.pages import found
from tests.support.project import ROOT
from tools.examples.files import Problem, read_text

PAGE_OF = {  # by the record
    "keras_output.txt": "guides/translate",
    "optax_output.txt": "guides/translate",
    "torchvision_output.txt": "guides/imbalance",
    "mixup_output.txt": "guides/mixed-targets",
    "coral_output.txt": "guides/mixed-targets",
}
RUN = re.compile(r"^\$ (?:KERAS_BACKEND=(?P<backend>\w+) )?python (?P<script>\w+\.txt)\n", re.MULTILINE)
NOT_RECORDED = {"printed.txt"}  # the data of the ledger, which is shown as it is


def version(name):
    """The version of a library that a page says it recorded with."""
    text = "\n".join(read_text(ROOT / "docs" / f"{page}.md") for page in sorted(set(PAGE_OF.values())))
    return re.search(rf"^Recorded with .*\b{name} ([\d.]+\d)", text, re.MULTILINE)[1]


def modules(script, backend):
    """The stand-ins that a script imports, by name."""
    if script == "keras.txt":
        return stand_ins.keras(backend, version("Keras"))
    if script == "coral.txt":
        return stand_ins.coral_pytorch(version("coral_pytorch"))
    if script in {"torchvision.txt", "mixup.txt"}:
        return stand_ins.torchvision(version("torchvision"))
    return stand_ins.optax(version("Optax"), version("JAX"))


def printed(script, backend, monkeypatch):
    """What a recorded script prints with stand-ins."""
    with monkeypatch.context() as patched, contextlib.redirect_stdout(io.StringIO()) as out:
        for name, module in modules(script.name, backend).items():
            patched.setitem(sys.modules, name, module)
        exec(compile(read_text(script), script.name, "exec"), {})
    return out.getvalue()


def problems(record, monkeypatch):
    """A Problem for each run of a record that prints something else: for its first line that differs."""
    text = read_text(record)
    runs = list(RUN.finditer(text))
    for run, end in zip(runs, [*(run.start() for run in runs[1:]), len(text)]):
        recorded = text[run.end() : end].rstrip("\n") + "\n"
        line, difference = first_difference(
            recorded, printed(record.parent / run["script"], run["backend"], monkeypatch)
        )
        if difference:
            yield Problem(record, text.count("\n", 0, run.end()) + line + 1, difference)


@pytest.mark.parametrize("name", PAGE_OF)
def test_what_is_recorded_follows_from_the_scripts(name, monkeypatch):
    refuse(problems(ROOT / "snippets" / PAGE_OF[name] / name, monkeypatch))


def test_every_recorded_text_of_a_page_is_recomputed_here():
    shown = {include.snippet.name for include in found().includes if include.end == ".txt"}
    assert shown - NOT_RECORDED == {*PAGE_OF, *(name.replace("_output", "") for name in PAGE_OF)}


@pytest.mark.parametrize(
    "name, old, new",
    [
        ("keras_output.txt", "0.9027", "0.9028"),
        ("keras_output.txt", "3.15.1", "3.15.2"),
        ("keras.txt", "[3.0, 1.0, 0.5]", "[3.0, 1.0, 0.6]"),
        ("optax_output.txt", "0.6381", "0.6382"),
        ("optax.txt", "[1.0, 2.0, 5.0]", "[1.0, 2.0, 4.0]"),
        ("torchvision_output.txt", "0.7725", "0.7726"),
        ("torchvision.txt", "(z, y, alpha=0.75)", "(z, y, alpha=0.7)"),
        ("mixup_output.txt", "[0, 1], [1, 2]", "[0, 1], [1]"),
        ("mixup.txt", "[0, 1, 2, 0]", "[0, 1, 2, 1]"),
        ("coral_output.txt", "0.3329", "0.3328"),
        ("coral.txt", "[1.0, 0.0, -1.0]", "[1.0, 0.5, -1.0]"),
    ],
)
def test_a_wrong_number_is_seen(name, old, new, monkeypatch, tmp_path):
    record = f"{name.partition('_')[0].removesuffix('.txt')}_output.txt"
    for path in (ROOT / "snippets" / PAGE_OF[record]).glob("*.txt"):
        text = read_text(path)
        assert path.name != name or old in text
        (tmp_path / path.name).write_text(text.replace(old, new, 1) if path.name == name else text, encoding="utf-8")
    assert list(problems(tmp_path / record, monkeypatch))
