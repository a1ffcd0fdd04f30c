"""What pages record of libraries that are not installed follows from the recorded scripts, with torch and NumPy.

The scripts run with stand-ins for those libraries, and print what is recorded, every number included.
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

FOLDER = ROOT / "snippets/guides"
PAGES = {
    "contrastive/libraries_output.txt": ROOT / "docs/guides/contrastive.md",
    "translate/keras_output.txt": ROOT / "docs/guides/translate.md",
    "translate/optax_output.txt": ROOT / "docs/guides/translate.md",
}
RUN = re.compile(r"^\$ (?:KERAS_BACKEND=(?P<backend>\w+) )?python (?P<script>\w+\.txt)\n", re.MULTILINE)
NOT_RECORDED = {"printed.txt"}  # the data of the ledger, which is shown as it is


def version(name):
    """The version of a library that its page says it recorded with."""
    page = PAGES["translate/keras_output.txt"]
    return re.search(rf"^Recorded with .*\b{name} ([\d.]+\d)", read_text(page), re.MULTILINE)[1]


def modules(script, backend):
    """The stand-ins that a script imports, by name."""
    if script == "keras.txt":
        return stand_ins.keras(backend, version("Keras"))
    if script == "libraries.txt":
        return stand_ins.contrastive()
    return stand_ins.optax(version("Optax"), version("JAX"))


def printed(path, backend, monkeypatch):
    """What a recorded script prints with stand-ins."""
    with monkeypatch.context() as patched, contextlib.redirect_stdout(io.StringIO()) as out:
        for name, module in modules(path.name, backend).items():
            patched.setitem(sys.modules, name, module)
        exec(compile(read_text(path), path.name, "exec"), {})
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


@pytest.mark.parametrize("record, page", PAGES.items(), ids=PAGES)
def test_what_is_recorded_follows_from_the_scripts(record, page, monkeypatch):
    refuse(problems(FOLDER / record, monkeypatch))


def test_every_recorded_text_of_a_page_is_recomputed_here():
    shown = {include.snippet.name for include in found().includes if include.end == ".txt"}
    recorded = {file for record in PAGES for file in (record, record.replace("_output", ""))}
    assert shown - NOT_RECORDED == {file.rpartition("/")[2] for file in recorded}


@pytest.mark.parametrize(
    "name, old, new",
    [
        ("translate/keras_output.txt", "0.9027", "0.9028"),
        ("translate/keras_output.txt", "3.15.1", "3.15.2"),
        ("translate/keras.txt", "[3.0, 1.0, 0.5]", "[3.0, 1.0, 0.6]"),
        ("translate/optax_output.txt", "0.6381", "0.6382"),
        ("translate/optax.txt", "[1.0, 2.0, 5.0]", "[1.0, 2.0, 4.0]"),
        ("contrastive/libraries_output.txt", "0.0111", "0.0112"),
        ("contrastive/libraries.txt", "temperature=0.5)(first", "temperature=0.6)(first"),
    ],
)
def test_a_wrong_number_is_seen(name, old, new, monkeypatch, tmp_path):
    for path in (FOLDER / name).parent.glob("*.txt"):
        text = read_text(path)
        changed = path == FOLDER / name
        assert not changed or old in text
        (tmp_path / path.name).write_text(text.replace(old, new, 1) if changed else text, encoding="utf-8")
    record = name.rpartition("/")[2].replace("_output", "").replace(".txt", "_output.txt")
    assert list(problems(tmp_path / record, monkeypatch))
