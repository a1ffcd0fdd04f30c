"""A transcript belongs to its snippet: a change of either, of a figure, or of a data file is seen without a run."""

import re
import shutil

import pytest

from tests.support.project import ROOT
from tools.examples import notebooks, recording, snippets, transcripts

PATHS = {path.relative_to(ROOT).as_posix(): path for path in [*snippets.find(ROOT), *recording.find_notebooks(ROOT)]}


def read(path):
    return notebooks.read(path, ROOT) if "docs" in path.parts else snippets.read(path)


@pytest.mark.parametrize("path", PATHS)
def test_the_seal_holds(path):
    snippet = read(PATHS[path])
    assert transcripts.recorded_outputs(snippet), f"{path}: edited since make record"


@pytest.mark.parametrize("ending", [".py", ".out", ".svg", ".csv"])
def test_a_changed_digit_breaks_it(ending, tmp_path):
    for path in (ROOT / "snippets/worked-examples/iris-two-ways").glob("*.*"):
        shutil.copy(path, tmp_path)
    snippet = snippets.read(tmp_path / "four_nets.py")
    assert transcripts.recorded_outputs(snippet)
    [changed, *_] = sorted(tmp_path.glob(f"[fi]*{ending}"))
    text = changed.read_text(encoding="utf-8")
    at = [match.start() for match in re.finditer(r"\d\.\d", text)][-1]
    changed.write_text(text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :], encoding="utf-8")
    snippet = snippets.read(tmp_path / "four_nets.py")
    assert not transcripts.recorded_outputs(snippet)
