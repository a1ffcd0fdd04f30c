"""A transcript belongs to its snippet: its seal shows, without a run, that neither was edited since `make record`."""

from pathlib import Path

import pytest

from tests.support.gate import refuse
from tests.support.project import ROOT
from tools.examples import notebooks, recording, snippets, transcripts
from tools.examples.files import Problem

PATHS = [*snippets.find(ROOT), *recording.find_notebooks(ROOT)]


def path_of(path):
    return path.relative_to(ROOT).as_posix()


def broken(path: Path):
    """A Problem if the transcript of a snippet or notebook is missing, or its seal does not hold."""
    snippet = notebooks.read(path, ROOT) if "docs" in path.parts else snippets.read(path)
    if not transcripts.recorded_outputs(snippet):
        edited = "the seal is broken: the script, its data, its figure or its output was edited"
        why = edited if snippet.transcript.exists() else "it was never recorded"
        yield Problem(snippet.transcript, 1, f"{why}; make record only={snippet.name}")


@pytest.mark.parametrize("path", PATHS, ids=path_of)
def test_the_seal_holds(path):
    refuse(broken(path))
