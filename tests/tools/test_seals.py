"""A change of a snippet, its transcript, its figure or its data breaks the seal of the transcript."""

import re
import shutil

import pytest

from tests.support.project import ROOT
from tools.examples import snippets, transcripts


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
