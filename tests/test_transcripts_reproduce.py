"""Every snippet prints what its transcript records, byte for byte, and the runner adds nothing to a plain run."""

import concurrent.futures
import os
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

from tools import kernel, snippets, transcripts
from tools.runner import Runner, environment

PATHS = snippets.find(ROOT)


def name(path):
    return path.relative_to(ROOT / "snippets").with_suffix("").as_posix()


@pytest.fixture(scope="module")
def runs():
    with Runner() as runner:
        return {run.snippet.path: run for run in runner.run(map(snippets.read, PATHS))}


@pytest.fixture(scope="module")
def plain_runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")

    for path in (ROOT / "snippets").rglob("*"):
        if path.suffix in snippets.DATA:
            shutil.copy(path, folder)

    def play(path):
        command = [sys.executable, str(path)]
        return subprocess.run(command, cwd=folder, env=environment(), capture_output=True, timeout=120)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        return dict(zip(PATHS, threads.map(play, PATHS)))


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_prints_what_is_recorded(path, runs):
    run = runs[path]
    assert run.problem is None, str(run.problem)
    diffs = transcripts.differences(run)
    assert not diffs, diffs


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_a_plain_run_prints_the_sections_in_order(path, runs, plain_runs):
    plain = plain_runs[path]
    assert plain.stderr == b""
    assert plain.stdout.decode() == runs[path].plain == "".join(runs[path].outputs.values())
