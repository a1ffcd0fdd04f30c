"""The files of the snippets can still be opened at the addresses that they had before they moved."""

import shutil

import pytest

from tests.support.project import ROOT, mkdocs
from tools.site import snippet_files


def broken(site):
    """The former addresses at which a site does not hold the present file, byte for byte."""
    return [
        move.former
        for move in snippet_files.read_moves(ROOT)
        if not (site / "snippets" / move.former).is_file()
        or (site / "snippets" / move.former).read_bytes() != (ROOT / "snippets" / move.present).read_bytes()
    ]


def test_each_holds_the_present_file(site):
    assert len(list(snippet_files.read_moves(ROOT))) > 300
    assert broken(site) == []


def test_a_missing_and_a_changed_file_are_seen(site, tmp_path):
    shutil.copytree(site / "snippets", tmp_path / "snippets")
    (tmp_path / "snippets/batches/answer.py").unlink()
    (tmp_path / "snippets/batches/error.py").write_bytes(b"")
    assert broken(tmp_path) == ["batches/answer.py", "batches/error.py"]


@pytest.mark.ci
def test_one_that_leads_nowhere_fails_the_build(copy):
    moves = copy / "snippets/former_addresses.list"
    moves.write_text("old/steps.py index/three_steps.py\nold/gone.py index/gone.py\n", encoding="utf-8")
    done = mkdocs(copy, "build")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "snippets/former_addresses.list:2: old/gone.py leads to index/gone.py, which does not exist" in done.stderr
    assert not list(copy.glob("site*"))
