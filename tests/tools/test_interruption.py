"""Killed at any moment, a recording leaves every transcript as it was or whole and new, and no process behind."""

import os
import signal
import subprocess
import time

import pytest

from tests.support.project import section, start
from tools.examples import recording, snippets, transcripts
from tools.examples.files import read_text
from tools.examples.sections import Section

COUNT = 20


def texts(number):
    code = f"import time\ntime.sleep(0.05)\nfor line in range(2000):\n    print({number}, line)"
    return {f"snippets/page/x{i}.py": section(code) for i in range(COUNT)}


def left_behind(root):
    """The processes that still run with `root` in their command line, after up to ten seconds of grace."""
    for _ in range(100):
        lines = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout.split("\n")
        found = [line for line in lines if str(root) in line]
        if not found:
            return []
        time.sleep(0.1)
    return found


def is_whole(path):
    """Whether the transcript at this path is the whole record of the first or of the second text of its snippet."""
    for number in (1, 2):
        name = f"snippets/page/{path.stem}.py"
        whole = [Section("only", 1, 7)]
        snippet = snippets.Snippet(path.with_suffix(".py"), texts(number)[name], whole, recorded=read_text(path))
        if transcripts.recorded_outputs(snippet).get("only", "").count("\n") == 2000:
            return True
    return False


HEAVY = [pytest.param(how, marks=pytest.mark.ci) for how in ("the process that forks", "the recorder", "its group")]


@pytest.mark.parametrize("how", ["Ctrl-C", *HEAVY])
def test_an_interrupted_recording_loses_nothing(how, project, runner):
    root = project(texts(1))
    assert recording.record(root, runner=runner).ok
    assert all(is_whole(path) for path in root.glob("snippets/page/*.out"))
    project(texts(2))
    process = start(root, "tools.pages", "record")
    marks = root / "snippets/page"
    old = {path: path.read_bytes() for path in marks.glob("*.out")}
    while all(path.read_bytes() == text for path, text in old.items()):  # until the first new one is there
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.01)
    if how == "the recorder":
        process.kill()
    elif how == "its group":
        os.killpg(process.pid, signal.SIGKILL)
    elif how == "Ctrl-C":
        os.killpg(process.pid, signal.SIGINT)
    else:
        listing = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True).stdout
        [server] = [line.split()[0] for line in listing.split("\n") if line.split()[1:] == [str(process.pid)]]
        os.kill(int(server), signal.SIGKILL)
    _, said = process.communicate(timeout=30)
    assert process.returncode != 0
    assert how != "Ctrl-C" or said.strip() == b"stopped; every record is as it was, or new and whole"
    assert left_behind(root) == []
    paths = sorted(marks.glob("*.out"))
    assert len(paths) == COUNT and all(is_whole(path) for path in paths)
    changed = [path for path in paths if path.read_bytes() != old[path]]
    assert 0 < len(changed) < COUNT
    assert recording.record(root, runner=runner).written == COUNT - len(changed)
    assert sorted(path.suffix for path in marks.iterdir()) == [".out"] * COUNT + [".py"] * COUNT
