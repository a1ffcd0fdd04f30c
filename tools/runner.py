"""Runs snippets side by side, each as if by `python file.py` in a fresh interpreter, and says what each section printed."""

import concurrent.futures
import contextlib
import dataclasses
import itertools
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from tools import figures, forkserver
from tools.snippets import Problem, Snippet

PINNED = {
    **dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"),
    **{"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    **{"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80", "LINES": "24", "SOURCE_DATE_EPOCH": "0"},
    **{"MATPLOTLIBRC": os.path.join(os.path.dirname(forkserver.__file__), "matplotlibrc")},
    **{"PYTHONMALLOC": "malloc", "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"},  # large pages: a fork costs half (Linux)
}
KEPT = "PATH HOME TMPDIR TEMP TMP SYSTEMROOT USERPROFILE VIRTUAL_ENV LD_LIBRARY_PATH DYLD_LIBRARY_PATH".split()
UNFIT = re.compile(r"-8<-|^\s*(```|~~~)|[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffd]", re.MULTILINE)


def environment():
    """The one environment that every snippet runs in: of the caller's own, only what the machine needs."""
    return {**{name: os.environ[name] for name in KEPT if name in os.environ}, **PINNED}


@dataclasses.dataclass
class Run:
    """One run of a snippet: all it printed, what each section printed, its figure ("" if none), and the Problem, if any."""

    snippet: Snippet
    plain: str
    outputs: dict
    figure: str
    problem: Problem | None


class Runner:
    """Runs snippets in forks of one warm process; where there is no fork, in a fresh interpreter each.

    A context manager: when its block ends, or its process is killed, no snippet runs on, nor what it started in its group.
    `limit` is in seconds a snippet, `most` in bytes a stream. `variables` are set in its environment besides the usual ones,
    and `before` is a line of Python to execute before each snippet, such as "torch.set_num_threads(4)".
    """

    def __init__(self, limit=60.0, most=1_000_000, fork=hasattr(os, "fork"), variables=None, before=""):
        self.limit, self.most, self.numbers = limit, most, itertools.count()
        self.variables, self.before = variables or {}, before
        in_memory = "/dev/shm" if "TMPDIR" not in os.environ and os.access("/dev/shm", os.W_OK) else None
        self.folder = tempfile.mkdtemp(prefix="snippets-", dir=in_memory)
        self.server = self._start(self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) if fork else None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.server:
            self.server.stdin.close()
            self.server.wait()
            self.server.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, snippets):
        """Run each Snippet; yield its Run as soon as it ends."""
        jobs, waiting = {}, {}
        for snippet in snippets:
            to = os.path.join(self.folder, str(next(self.numbers)))
            sections = [(section.first, section.last, section.name) for section in snippet.sections]
            waiting[to] = snippet
            jobs[to] = {"path": os.path.abspath(snippet.path), "sections": sections, "to": to}
            jobs[to] |= {"data": [os.path.abspath(path) for path in snippet.data]}
            jobs[to] |= {"slow": [words for words in forkserver.SLOW if re.search(words, snippet.text)]}
            jobs[to] |= {"before": self.before, "limit": self.limit, "most": self.most}
        for to, killed in self._forked(jobs) if self.server else self._fresh(jobs):
            yield self._read(waiting[to], jobs[to]["path"], to, killed)

    def _start(self, argument, **pipes):
        command = [sys.executable, forkserver.__file__, argument]
        return subprocess.Popen(command, env=environment() | self.variables, start_new_session=True, **pipes)

    def _forked(self, jobs):
        quickest_first = sorted(jobs.values(), key=lambda job: len(job["slow"]))  # forks of a small process cost less
        self.server.stdin.write("".join(json.dumps(job) + "\n" for job in quickest_first).encode())
        self.server.stdin.flush()
        remaining = set(jobs)
        while remaining:
            answer = self.server.stdout.readline()
            if not answer:
                raise RuntimeError("the process that runs snippets died; does `pip install -r requirements.txt` help?")
            to, killed = json.loads(answer)
            if to in remaining:  # else: left over from a run that its caller gave up
                remaining.remove(to)
                yield to, killed

    def _fresh(self, jobs):
        def play(job):
            process, killed = self._start(json.dumps(job), stdin=subprocess.DEVNULL), None
            deadline = time.monotonic() + self.limit
            while process.poll() is None and not killed:
                time.sleep(0.01)
                killed = forkserver.overdue(job, deadline)
            with contextlib.suppress(OSError, AttributeError):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.wait()
            return job["to"], killed

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
            for done in concurrent.futures.as_completed([threads.submit(play, job) for job in jobs.values()]):
                yield done.result()

    def _read(self, snippet, path, to, killed):
        def left(ending):
            with contextlib.suppress(FileNotFoundError), open(to + ending, "rb") as file:
                return file.read(self.most + 1)
            return b""

        out, err = left(".out"), left(".err").decode(errors="replace")
        if not killed and max(len(out), len(err)) > self.most:
            killed = "output"  # it ended before anybody looked
        events = [json.loads(line) for line in left(".log").splitlines()]
        pieces, outputs = [], {section.name: "" for section in snippet.sections}
        for event, after in zip(events, [*events[1:], {"at": len(out)}]):
            pieces.append((event.get("line", 0), event.get("section"), out[event["at"] : after["at"]].decode(errors="replace")))
            outputs[event.get("section")] = pieces[-1][2]
        figure = left(f"/{snippet.path.stem}.svg").decode(errors="replace")
        end = {**(events[-1] if events else {}), "killed": killed}
        problem = next(self._problems(snippet, path, end, pieces, err), None)
        outputs.pop(None, None)
        return Run(snippet, out.decode(errors="replace"), outputs, figures.clean(figure, snippet.path.stem) if figure else "", problem)

    def _problems(self, snippet, path, end, pieces, err):
        """What is wrong with a run, the gravest first."""
        at = next((line for line, _, _ in reversed(pieces) if line), 1)
        if end["killed"] == "time":
            yield Problem(snippet.path, at, f"has not ended after {self.limit:g} seconds; make the work smaller")
        if end["killed"] == "output":
            yield Problem(snippet.path, at, f"prints more than {self.most:,} bytes; print less")
        if end.get("end") == "error":
            yield Problem(snippet.path, end["line"], f"raises {end['text']}")
        if end.get("end") == "exit":
            yield Problem(snippet.path, at, f"exits with status {end['text']}; a snippet must end by itself")
        if "end" not in end:
            yield Problem(snippet.path, at, "left through os._exit or a crash, so output may be lost; let it end by itself")
        if err:
            lines = re.findall(re.escape(path) + r'(?::|", line )(\d+)', err)
            said = err.strip().split("\n")[0].replace(path + ":", "").strip()
            yield Problem(
                snippet.path, int(lines[-1]) if lines else at, f"writes to standard error: {said!r}; mend it, or catch and print it"
            )
        for section in snippet.sections:
            if section.name not in [name for _, name, _ in pieces]:
                yield Problem(snippet.path, section.first, f"section {section.name!r} is never reached")
        for line, name, text in pieces:
            if text and name is None:
                where = "while the interpreter shuts down" if line == 0 else "outside any section"
                yield Problem(snippet.path, line, f"prints {text.strip()[:40]!r} {where}, where no page can show it")
            if text and not text.endswith("\n"):
                yield Problem(snippet.path, line, f"section {name!r} leaves its last line unfinished; end it with a newline")
            if unfit := UNFIT.search(text):
                yield Problem(snippet.path, line, f"section {name!r} prints {unfit[0]!r}, which a page cannot show as it is")
            if os.path.dirname(path) in text or forkserver.__file__ in text:
                yield Problem(snippet.path, line, f"section {name!r} prints a path of this machine; print what holds anywhere")
