"""Runs snippets side by side, each as if by a fresh `python file.py`, and says what each section printed."""

import concurrent.futures
import contextlib
import dataclasses
import itertools
import json
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from tools.examples import figures, forkserver, library, scratch
from tools.examples.files import Problem
from tools.examples.forkserver import Job
from tools.examples.scratch import Scratch
from tools.examples.snippets import Snippet

PINNED = {
    # one thread each, and the same hashes, texts, time and width everywhere
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "LC_ALL": "C.UTF-8",
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "COLUMNS": "80",
    "LINES": "24",
    "SOURCE_DATE_EPOCH": "0",
    "MATPLOTLIBRC": os.path.join(os.path.dirname(__file__), "matplotlibrc"),
    # large pages: a fork costs half (Linux)
    "PYTHONMALLOC": "malloc",
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
}
KEPT = [
    "PATH",
    "HOME",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SYSTEMROOT",
    "USERPROFILE",
    "VIRTUAL_ENV",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
]
DIED = Problem(Path("requirements.txt"), 0, "the process that runs snippets died; pip install -r requirements.txt")
KERNEL_LIMIT = 3600.0  # in seconds; each of its cells has a limit of its own
WAY_OUT = "; correct it, or catch and print it"
HANGS = "has not ended after"
FINALIZES = re.compile("__del__|finalize|weakref|tempfile|async ")
UNFIT = re.compile(r"-8<-|^\s*(```|~~~)|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd]", re.MULTILINE)

Answers = queue.SimpleQueue[tuple[str, str | None] | None]  # of the process that forks; None once that has died


def environment() -> dict[str, str]:
    """The one environment that every snippet runs in: of the caller's own, only what the machine needs."""
    return {**{name: os.environ[name] for name in KEPT if name in os.environ}, **PINNED}


@dataclasses.dataclass
class Run:
    """One run of a snippet: all it printed, what each section printed, its figure or "", and the Problem, if any.

    `unreached` are the sections that it did not come to.
    """

    snippet: Snippet
    plain: str
    outputs: dict[str, str]
    figure: str
    problem: Problem | None
    unreached: Sequence[str] = ()


@dataclasses.dataclass
class Piece:
    """What one section, or one statement outside any (`section` is None), printed; at the very end, `line` is 0."""

    line: int
    section: str | None
    text: str


@dataclasses.dataclass
class Kernel:
    """A Jupyter kernel in a fork: as much of a `subprocess.Popen` as Jupyter asks for."""

    runner: "Runner"
    to: str
    answers: Answers
    stdin = stdout = stderr = None

    def poll(self) -> int | None:
        """Its exit status, None while it runs."""
        return None if self.answers.empty() else 0

    wait = poll  # is called only once it has ended

    def send_signal(self, _: int) -> None:
        """End it, whatever the signal."""
        self.runner.end(self.to)


@dataclasses.dataclass
class Ending:
    """How a run came to its end: the last event of its log, and why it was killed ("time", "output" or None)."""

    event: dict[str, Any]
    killed: str | None
    at: int  # the line of the last section or statement that began


class Runner:
    """Runs snippets in forks of one warm process; where there is no fork, in a fresh interpreter each.

    A context manager: when its block ends, or its process is killed, no snippet runs on, nor what it started in its
    group. `limit` is in seconds a snippet, `most` in bytes a stream. `variables` are set in its environment besides the
    usual ones, and `before` is a line of Python to execute before each snippet, such as "torch.set_num_threads(4)".
    Unless `warm`, what takes long to import is not imported before the forks: another version may start threads then.
    """

    def __init__(
        self,
        limit: float = 60.0,
        most: int = 1_000_000,
        fork: bool = hasattr(os, "fork"),
        variables: dict[str, str] | None = None,
        before: str = "",
        warm: bool = True,
    ) -> None:
        self.limit, self.most, self.numbers = limit, most, itertools.count()
        self.variables, self.before, self.warm = variables or {}, before, warm
        self.scratch = Scratch("examples-", scratch.memory())
        self.folder = self.scratch.path
        self.lock, self.died = threading.Lock(), False
        self.reader: threading.Thread | None = None
        self.waiting: dict[str, Answers] = {}
        self.server = self._start(self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) if fork else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process that forks, and remove the folder."""
        if self.server and self.server.stdin and self.server.stdout:
            self.server.stdin.close()
            self.server.wait()
            if self.reader:
                self.reader.join()
            self.server.stdout.close()
        self.scratch.remove()

    def run(self, snippets: Iterable[Snippet]) -> Iterator[Run]:
        """Run each Snippet; yield its Run as soon as it ends."""
        waiting = {os.path.join(self.folder, str(next(self.numbers))): snippet for snippet in snippets}
        jobs = {to: self._job(snippet, to) for to, snippet in waiting.items()}
        for to, killed in self._forked(jobs) if self.server else self._fresh(jobs):
            yield self._read(waiting[to], jobs[to], killed)

    def _job(self, snippet: Snippet, to: str) -> Job:
        return Job(
            path=os.path.abspath(snippet.path),
            sections=[(section.first, section.last, section.name) for section in snippet.sections],
            data=[os.path.abspath(path) for path in snippet.data],
            to=to,
            before=self.before,
            slow=library.slow_parts(snippet.text) if self.warm else [],
            finalizes=bool(FINALIZES.search(snippet.text)),
            limit=self.limit,
            most=self.most,
            kernel="",
        )

    def start_kernel(self, connection: str) -> "Kernel":
        """Start a Jupyter kernel with this connection file in a fork."""
        to = os.path.join(self.folder, str(next(self.numbers)))
        nothing = Snippet(Path(os.devnull), "", [])
        return Kernel(self, to, self._send([{**self._job(nothing, to), "limit": KERNEL_LIMIT, "kernel": connection}]))

    def _start(self, argument: str, **pipes: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, forkserver.__file__, argument]
        variables = {**environment(), **self.variables}
        return subprocess.Popen(command, env=variables, start_new_session=True, **pipes)  # type: ignore[call-overload, no-any-return]

    def _forked(self, jobs: dict[str, Job]) -> Iterator[tuple[str, str | None]]:
        """Have the jobs run side by side; yield the answer of each. Several threads may call this at once."""
        quickest_first = sorted(jobs.values(), key=lambda job: len(job["slow"]))  # forks of a small process cost less
        answers = self._send(quickest_first)
        for _ in jobs:
            answer = answers.get()
            if answer is None:
                raise DIED
            yield answer

    def _send(self, jobs: Sequence[Job]) -> Answers:
        """Have the process that forks take jobs; where its answers will come."""
        answers: Answers = queue.SimpleQueue()
        with self.lock:
            if self.died:
                raise DIED
            self.waiting.update(dict.fromkeys([job["to"] for job in jobs], answers))
            if not self.reader:
                self.reader = threading.Thread(target=self._read_answers, daemon=True)
                self.reader.start()
            self._write(*jobs)
        return answers

    def _write(self, *lines: Job | str) -> None:
        assert self.server and self.server.stdin
        with contextlib.suppress(BrokenPipeError):  # the reader tells
            self.server.stdin.write("".join(json.dumps(line) + "\n" for line in lines).encode())
            self.server.stdin.flush()

    def end(self, to: str) -> None:
        """End a job that runs in a fork."""
        with self.lock:
            self._write(to)

    def _read_answers(self) -> None:
        """Give each answer of the process that forks to whoever waits for it; None to all once it has ended."""
        assert self.server and self.server.stdout
        for line in self.server.stdout:
            to, killed = json.loads(line)
            self.waiting.pop(to).put((to, killed))
        with self.lock:
            self.died = True
            for answers in self.waiting.values():
                answers.put(None)

    def _fresh(self, jobs: dict[str, Job]) -> Iterator[tuple[str, str | None]]:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
            started = [threads.submit(self._run_fresh, job) for job in jobs.values()]
            yield from (done.result() for done in concurrent.futures.as_completed(started))

    def _run_fresh(self, job: Job) -> tuple[str, str | None]:
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

    def _read(self, snippet: Snippet, job: Job, killed: str | None) -> Run:
        """What a job left behind in its folder, as a Run."""
        out, err = self._left(job, ".out"), self._left(job, ".err")
        if not killed and max(len(out), len(err)) > self.most:
            killed = "output"  # it ended before anybody looked
        events = [json.loads(line) for line in self._left(job, ".log").splitlines()]
        pieces, outputs = [], {section.name: "" for section in snippet.sections}
        unreached = [name for name in outputs if name not in [event.get("section") for event in events]]
        for event, after in zip(events, [*events, {"at": len(out)}][1:], strict=True):
            text = out[event["at"] : after["at"]].decode(errors="replace")
            pieces.append(Piece(event.get("line", 0), event.get("section"), text))
            if section := event.get("section"):
                outputs[section] = text
        at = next((piece.line for piece in reversed(pieces) if piece.line), 1)
        ending = Ending(events[-1] if events else {}, killed, at)
        figure = self._left(job, f"/{snippet.figure.name}").decode(errors="replace")
        problems = itertools.chain(
            self._problems_of_end(snippet, ending),
            _problems_of_errors(snippet, job["path"], ending, err.decode(errors="replace")),
            _problems_of_output(snippet, [os.path.dirname(job["path"]), self.folder, forkserver.__file__], pieces),
            _problems_of_figure(snippet, figure),
        )
        problem = next(problems, None)
        figure = figures.clean(figure, snippet.path.stem) if figure and not problem else ""
        return Run(snippet, out.decode(errors="replace"), outputs, figure, problem, unreached)

    def _left(self, job: Job, ending: str) -> bytes:
        path = Path(job["to"] + ending)
        if not path.is_file():  # a folder or a pipe of this name is not read
            return b""
        with path.open("rb") as file:
            return file.read(self.most + 1)

    def _problems_of_end(self, snippet: Snippet, ending: Ending) -> Iterator[Problem]:
        path, event = snippet.path, ending.event
        if ending.killed == "time":
            yield Problem(path, ending.at, f"{HANGS} {self.limit:g} seconds; make the work smaller")
        if ending.killed == "output":
            yield Problem(path, ending.at, f"prints more than {self.most:,} bytes; print less")
        if event.get("end") == "error":
            yield Problem(path, event["line"], f"raises {_printable(event['text'])}")
        if event.get("end") == "exit":
            status = _printable(event["text"])
            yield Problem(path, ending.at, f"exits with status {status}; a snippet must end by itself")
        if "end" not in event:
            is_full = shutil.disk_usage(self.folder).free < self.most
            lost = "left through os._exit or a crash, so output may be lost; let it end by itself"
            yield Problem(path, ending.at, f"cannot print: the disk of {self.folder} is full" if is_full else lost)


def _problems_of_errors(snippet: Snippet, path: str, ending: Ending, err: str) -> Iterator[Problem]:
    """What is wrong with what a run wrote to standard error: anything."""
    if err:
        lines = re.findall(re.escape(path) + r'(?::|", line )(\d+)', err)
        said = err.strip().split("\n")[0].replace(path + ":", "").strip()
        at = int(lines[-1]) if lines else ending.at
        yield Problem(snippet.path, at, f"writes to standard error: {said!r}{WAY_OUT}")


def _printable(text: str) -> str:
    """A text in which no character but a newline steers a terminal, or is none: these are escaped."""
    return "".join(each if each.isprintable() or each == "\n" else ascii(each)[1:-1] for each in text)


def _problems_of_figure(snippet: Snippet, figure: str) -> Iterator[Problem]:
    if figure and "<svg" not in figure:
        yield Problem(snippet.path, 0, f"saves {snippet.figure.name}, which is no SVG; save it by matplotlib")


def _problems_of_output(snippet: Snippet, paths: Sequence[str], pieces: list[Piece]) -> Iterator[Problem]:
    """What is wrong with what the sections printed; the `paths` are of this machine."""
    begun = [piece.section for piece in pieces]
    for section in snippet.sections:
        if section.name not in begun:
            yield Problem(snippet.path, section.first, f"section {section.name!r} is never reached")
    for piece in pieces:
        for wrong in _unfit(piece, paths):
            yield Problem(snippet.path, piece.line, wrong)


def _unfit(piece: Piece, paths: Sequence[str]) -> Iterator[str]:
    """Why no page can show what a piece of a snippet printed."""
    text, name = piece.text, piece.section
    if text and name is None:
        where = "outside any section" if piece.line else "while the interpreter shuts down"
        yield f"prints {text.strip()[:40]!r} {where}, where no page can show it"
    if text and not text.endswith("\n"):
        yield f"section {name!r} leaves its last line unfinished; end it with a newline"
    if unfit := UNFIT.search(text):
        yield f"section {name!r} prints {unfit[0]!r}, which a page cannot show as it is"
    if any(path in text for path in paths):
        yield f"section {name!r} prints a path of this machine; print what holds anywhere"
