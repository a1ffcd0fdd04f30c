"""Every snippet prints what its transcript records, byte for byte; see test_elsewhere.py for other processors and plain runs."""

import pytest

from conftest import ROOT
from tools import snippets, transcripts
from tools.runner import Runner

PATHS = snippets.find(ROOT)


def name(path):
    return path.relative_to(ROOT / "snippets").with_suffix("").as_posix()


@pytest.fixture(scope="module")
def runs():
    with Runner() as runner:
        return {run.snippet.path: run for run in runner.run(map(snippets.read, PATHS))}


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_prints_what_is_recorded(path, runs):
    run = runs[path]
    assert run.problem is None, str(run.problem)
    diffs = transcripts.differences(run)
    assert not diffs, diffs
    assert run.plain == "".join(run.outputs.values())
