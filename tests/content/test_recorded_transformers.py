"""What the page about language models records of Transformers follows from its scripts, with torch alone.

The scripts run with a stand-in for that library, and print what is recorded, every number included.
"""

import contextlib
import io
import re
import sys

import pytest

from tests.support import transformers_stand_in
from tests.support.gate import first_difference, refuse
from tests.support.project import ROOT
from tools.examples.files import Problem, read_text

FOLDER = ROOT / "snippets/guides/language-models"
PAGE = ROOT / "docs/guides/language-models.md"


def version():
    """The version of Transformers that the page says it recorded with."""
    (found,) = set(re.findall(r"Recorded with Transformers ([\d.]+\d)", read_text(PAGE)))
    return found


def printed(script, monkeypatch):
    """What a recorded script prints with the stand-in."""
    with monkeypatch.context() as patched, contextlib.redirect_stdout(io.StringIO()) as out:
        for name, module in transformers_stand_in.transformers(version()).items():
            patched.setitem(sys.modules, name, module)
        exec(compile(read_text(script), script.name, "exec"), {})
    return out.getvalue()


def problems(script, monkeypatch):
    """A Problem at the first line of a record that its script does not print."""
    record = script.with_name(f"{script.stem}_output.txt")
    command, _, recorded = read_text(record).partition("\n")
    assert command == f"$ python {script.name}"
    line, difference = first_difference(recorded, printed(script, monkeypatch))
    if difference:
        yield Problem(record, line + 1, difference)


@pytest.mark.parametrize("page", [PAGE], ids=["guides/language-models.md"])
@pytest.mark.parametrize("name", ["collators.txt", "labels.txt"])
def test_what_is_recorded_follows_from_the_scripts(page, name, monkeypatch):
    refuse(problems(FOLDER / name, monkeypatch))


@pytest.mark.parametrize(
    "script, name, old, new",
    [
        ("labels.txt", "labels_output.txt", "1.8333", "1.8334"),
        ("labels.txt", "labels_output.txt", "5.24.0", "5.24.1"),
        ("labels.txt", "labels.txt", "[3, 1, 2, 0]", "[3, 1, 1, 0]"),
        ("collators.txt", "collators_output.txt", "[1, 3, -100, -100]", "[1, 3, 0, -100]"),
    ],
)
def test_a_wrong_number_is_seen(script, name, old, new, monkeypatch, tmp_path):
    for path in FOLDER.glob("*.txt"):
        text = read_text(path)
        assert path.name != name or old in text
        (tmp_path / path.name).write_text(text.replace(old, new, 1) if path.name == name else text, encoding="utf-8")
    assert list(problems(tmp_path / script, monkeypatch))
