"""A transcript belongs to its snippet: a change of either, of a figure, or of a data file is seen without a run."""

import re
import shutil

import pytest
from conftest import ROOT

from tools import kernel, snippets, transcripts

PATHS = {path.relative_to(ROOT).as_posix(): path for path in [*snippets.find(ROOT), *snippets.find_notebooks(ROOT)]}


def read(path):
    return kernel.read(path) if "docs" in path.parts else snippets.read(path)


@pytest.mark.parametrize("path", PATHS)
def test_the_seal_holds(path):
    snippet = read(PATHS[path])
    assert transcripts.sections(snippet, transcripts.recorded(snippet)), f"{path}: edited since make record"


@pytest.mark.parametrize("ending", [".py", ".out", ".svg", ".csv"])
def test_a_changed_digit_breaks_it(ending, tmp_path):
    for path in (ROOT / "snippets/iris_two_ways").glob("*.*"):
        shutil.copy(path, tmp_path)
    snippet = snippets.read(tmp_path / "four_nets.py")
    assert transcripts.sections(snippet, transcripts.recorded(snippet))
    [changed, *_] = sorted(tmp_path.glob(f"[fi]*{ending}"))
    text = changed.read_text(encoding="utf-8")
    at = [match.start() for match in re.finditer(r"\d\.\d", text)][-1]
    changed.write_text(text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :], encoding="utf-8")
    snippet = snippets.read(tmp_path / "four_nets.py")
    assert not transcripts.sections(snippet, transcripts.recorded(snippet))
