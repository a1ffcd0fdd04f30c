"""Runs snippets, each in a fork of this one process, which has imported the library already.

    python tools/examples/forkserver.py FOLDER     take jobs, one JSON object a line, until end of file
    python tools/examples/forkserver.py JOB        run one job in this very process (no fork needed)

A job is a `Job` as JSON. It runs the snippet in the new folder `to`, beside copies of its data, and leaves three files:
`to`.out and `to`.err, what the snippet wrote, and `to`.log, one JSON object a line: the size of `to`.out when each
section began and, last, how the snippet ended. Without such a last line it never came to its end.
"""

import __future__

import ast
import atexit
import builtins
import collections
import contextlib
import ctypes
import functools
import gc
import itertools
import json
import logging
import os
import select
import shutil
import signal
import sys
import threading
import time
import traceback
import types
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn, TypedDict

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[2])  # run as a script, it must find its own package

from tools.examples import library
from tools.examples.snippets import first_line

FUTURE_FLAGS = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
PR_SET_PDEATHSIG = 1
WRITE = os.O_WRONLY | os.O_CREAT | os.O_APPEND
GAPS: list[object] = []  # fill the gaps that imports leave in memory
Marked = tuple[int, int, str]  # a section: first line, last line, name


class Job(TypedDict):
    """What to run and how.

    `slow` are keys of `library.SLOW`.

    `finalizes` says whether objects of the snippet may do something when they are let go. `kernel` is the connection
    file of a Jupyter kernel, which runs until it is told to end; else "".
    """

    path: str
    sections: list[Marked]
    data: list[str]
    to: str
    before: str
    slow: list[str]
    finalizes: bool
    limit: float
    most: int
    kernel: str


class _Log:
    """Notes in `to`.log how far the snippet has come.

    Holds the functions that it calls, so that it works whatever the snippet does to their modules.
    """

    def __init__(self, path: str) -> None:
        self.file, self.process = os.open(path, WRITE), os.getpid()
        self.dumps, self.fstat, self.getpid, self.write = json.dumps, os.fstat, os.getpid, os.write

    def note(self, **event: Any) -> None:
        """Flush what was printed so far, and note the event with the size of the output."""
        for stream in (sys.stdout, sys.__stdout__):
            with contextlib.suppress(Exception):  # the snippet may have closed or replaced them
                stream.flush()  # type: ignore[union-attr]
        if LIBC:
            LIBC.fflush(None)
        if self.getpid() == self.process:  # a process that the snippet forked must not write here
            self.write(self.file, self.dumps({**event, "at": self.fstat(1).st_size}).encode() + b"\n")


def run(job: Job) -> NoReturn:
    """Run the job's snippet as `python path` would, and leave the process."""
    main = _become_main(job)
    _enter_folder(job)
    log = _Log(job["to"] + ".log")
    end = _run_sections(job, vars(main), log)
    try:
        log.note(line=0, section=None)
        _shut_down(vars(main), job["finalizes"])
        log.note(**end)
        sys.stderr.flush()
    finally:
        os._exit(0 if end["end"] == "ok" else 1)


def run_kernel(job: Job) -> None:
    """Be a Jupyter kernel, as `python -m ipykernel_launcher -f file` would."""
    from ipykernel.kernelapp import launch_new_instance

    _enter_folder(job)
    sys.argv = ["ipykernel_launcher.py"]
    launch_new_instance(argv=["-f", job["kernel"]])


def _become_main(job: Job) -> types.ModuleType:
    """Make the process look as if Python had been started with the snippet's path."""
    main = types.ModuleType("__main__")
    vars(main).update(__file__=job["path"], __builtins__=builtins, __cached__=None)
    sys.modules["__main__"], sys.argv = main, [job["path"]]
    if job["before"]:
        exec(f"import {library.NAME}; {job['before']}", {})
    sys.path.insert(0, os.path.dirname(job["path"]))
    return main


def _enter_folder(job: Job) -> None:
    """Work in the job's own folder, beside copies of the data; write to its files and read nothing."""
    os.makedirs(job["to"])
    os.chdir(job["to"])
    for data in job["data"]:
        shutil.copy(data, ".")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(job["to"] + ".out", WRITE), 1)
    os.dup2(os.open(job["to"] + ".err", WRITE), 2)


def _run_sections(job: Job, names: dict[str, Any], log: _Log) -> dict[str, Any]:
    """Run the statements, noting where each section begins; how it ended, for the last line of the log."""
    path = job["path"]
    try:
        tree = ast.parse(Path(path).read_text(encoding="utf-8"), path)
        compile(tree, path, "exec", dont_inherit=True)  # finds what is wrong only between the sections
        flags = 0
        for line, name, body in _groups(tree.body, job["sections"]):
            log.note(line=line, section=name)
            code = compile(ast.Module(body, []), path, "exec", flags, dont_inherit=True)
            flags |= code.co_flags & FUTURE_FLAGS
            exec(code, names)
    except SystemExit as stop:
        if stop.code is None or (isinstance(stop.code, int) and stop.code == 0):
            return {"end": "ok"}
        return {"end": "exit", "text": str(stop.code)}
    except BaseException as error:
        return _describe(error, path)
    return {"end": "ok"}


def _groups(body: list[ast.stmt], sections: list[Marked]) -> Iterator[tuple[int, str | None, list[ast.stmt]]]:
    """The statements of each section together, each statement outside any section alone: (line, name, statements)."""

    def place(statement: ast.stmt) -> tuple[int, str | None]:
        line = first_line(statement)
        return next(((first, name) for first, last, name in sections if first <= line <= last), (line, None))

    for (line, name), statements in itertools.groupby(body, place):
        yield line, name, list(statements)


def _describe(error: BaseException, path: str) -> dict[str, Any]:
    """Print an exception's traceback from the snippet's own frames on; what the exception says, and on which line."""
    frames = error.__traceback__
    while frames and frames.tb_frame.f_code.co_filename != path:
        frames = frames.tb_next
    with contextlib.suppress(BaseException):
        sys.excepthook(type(error), error.with_traceback(frames), frames)
    end, line = {"end": "error", "text": type(error).__name__}, 1
    with contextlib.suppress(BaseException):  # an exception may not be able to say what it is
        lines = [frame.lineno for frame in traceback.extract_tb(frames) if frame.filename == path]
        line = (lines[-1] if lines else getattr(error, "lineno", None)) or 1
        end["text"] = traceback.format_exception_only(error)[-1].strip()
    return {**end, "line": line}


def _shut_down(names: dict[str, Any], finalizes: bool) -> None:
    """Do what an interpreter does at its end: wait for threads, call exit handlers, let go of the snippet's objects.

    Cycles among them are looked for only if some have finalizers: nothing else would show, and it takes time.
    """
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for name in sorted(names, key=lambda name: not name.startswith("_")):
        if name != "__builtins__":
            names[name] = None
    if finalizes:
        gc.collect()


def warm_up() -> None:
    """Import the library and get ready to fork."""
    gc.disable()  # nothing of an import is garbage: collections would take a sixth of it
    library.warm_up()
    gc.enable()
    _get_ready_to_fork()


@functools.cache
def warm_up_for(words: str) -> None:
    """Do once, in the process that forks, what every snippet with these words would do again.

    What it puts into the environment, as scikit-learn does, no other snippet shall see.
    """
    variables = dict(os.environ)
    library.SLOW[words]()
    os.environ.clear()
    os.environ.update(variables)
    _get_ready_to_fork()


def _get_ready_to_fork() -> None:
    """Hand down to forks neither exit handlers nor work for the garbage collector; exit if several threads run."""
    if os.path.isdir("/proc/self/task") and len(os.listdir("/proc/self/task")) > 1:
        sys.exit("the process that forks runs more than one thread: its forks would hang")
    atexit._clear()  # the library's handlers and finalizers would cost each child 50 ms
    weakref.finalize._registry.clear()  # type: ignore[attr-defined]
    multiprocessing_exit = sys.modules["multiprocessing.util"]._exit_function
    for handler in (logging.shutdown, multiprocessing_exit, weakref.finalize._exitfunc):  # type: ignore[attr-defined]
        atexit.register(handler)
    logging._handlerList.clear()  # type: ignore[attr-defined]  # each child would lock and close the library's
    logging._at_fork_reinit_lock_weakset.clear()  # type: ignore[attr-defined]
    gc.freeze()
    _tidy_memory()


def _tidy_memory() -> None:
    """Let forks allocate side by side: what they write to a page of this process, the system has to copy."""
    bytearray(100_000)  # has malloc sort the blocks that the imports gave back: each child would
    GAPS.extend(b" " * size for size in range(2, 256, 16) for _ in range(2000))
    GAPS.extend(object() for _ in range(2000))


def fork(job: Job, private: Iterable[int]) -> int:
    """Start a job in a child of its own process group, without the server's private descriptors; its process id."""
    pid = os.fork()
    with contextlib.suppress(OSError):  # parent and child both ask: whichever runs first, the group is there
        os.setpgid(pid, pid)
    if pid == 0:
        if LIBC:
            LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # if this server is killed, so is the child
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for descriptor in private:
            os.close(descriptor)
        library.reseed()
        try:
            run_kernel(job) if job["kernel"] else run(job)
        finally:
            os._exit(1)  # never back into the server's loop
    return pid


class Server:
    """Forks a child per job, as many at once as there are cores, and answers when one has ended.

    Reads jobs from a descriptor, and the `to` of a job that shall end now; writes to another, for each job that has
    ended, a line [to, why it was killed or null]. A kernel waits for no core, nor does anything wait for it. Jobs that
    need slow imports go to a second server: this one stays small, so that its forks cost less, and starts others
    meanwhile.
    """

    def __init__(self, folder: str, jobs: int, answers: int, is_second: bool = False) -> None:
        self.folder, self.jobs, self.answers, self.is_second = folder, jobs, answers, is_second
        affinity = getattr(os, "sched_getaffinity", None)
        self.cores = len(affinity(0)) if affinity else os.cpu_count() or 1
        self.wake, self.waker = os.pipe()
        self.pending: collections.deque[Job] = collections.deque()
        self.running: dict[int, tuple[Job, float]] = {}
        self.unread = b""
        self.second: tuple[int, int] | None = None  # the process id of the second server, and where it takes jobs

    def serve(self) -> None:
        """Run until no more jobs can come; then end what still runs."""
        os.set_blocking(self.waker, False)
        signal.set_wakeup_fd(self.waker)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        try:
            while self._read_jobs():
                self._reap()
                self._start()
        finally:
            for pid in self.running:
                _kill(pid, reap=True)
            if self.second:
                os.close(self.second[1])  # it sees that no more jobs can come
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(self.second[0], 0)

    def _read_jobs(self) -> bool:
        """Wait until something happens, and read the jobs that have come; whether more may come."""
        ready = select.select([self.jobs, self.wake], [], [], 0.05 if self.running else None)[0]
        if self.wake in ready:
            os.read(self.wake, 4096)
        if self.jobs in ready:
            chunk = os.read(self.jobs, 65536)
            if not chunk:
                return False
            *lines, self.unread = (self.unread + chunk).split(b"\n")
            for line in lines:
                self._take(json.loads(line))
        return True

    def _take(self, job: Job | str) -> None:
        """Run a job as soon as a core is free, or have the second server run it; end a job that is named."""
        if isinstance(job, str):
            for pid in [pid for pid, (running, _) in self.running.items() if running["to"] == job]:
                _kill(pid, reap=False)
        elif job["kernel"]:
            self._fork(job)
        elif self.is_second or not job["slow"]:
            for words in job["slow"]:  # now, while the other server's jobs keep the cores busy
                warm_up_for(words)
            self.pending.append(job)
        else:
            self.second = self.second or self._start_second()
            os.write(self.second[1], json.dumps(job).encode() + b"\n")

    def _start_second(self) -> tuple[int, int]:
        jobs, to_jobs = os.pipe()
        pid = os.fork()
        if pid == 0:
            if LIBC:
                LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            try:
                for descriptor in (to_jobs, self.wake, self.waker):
                    os.close(descriptor)
                Server(self.folder, jobs, self.answers, is_second=True).serve()
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        os.close(jobs)
        return pid, to_jobs

    def _reap(self) -> None:
        """Answer for each child that has ended; kill those that take too long or write too much."""
        for pid, (job, deadline) in list(self.running.items()):
            ended = os.waitpid(pid, os.WNOHANG)[0]
            killed = None if ended else overdue(job, deadline)
            if ended or killed:
                _kill(pid, reap=not ended)
                del self.running[pid]
                os.write(self.answers, json.dumps([job["to"], killed]).encode() + b"\n")
        if self.second and os.waitpid(self.second[0], os.WNOHANG)[0]:
            sys.exit("the process that forks after slow imports died")

    def _start(self) -> None:
        """Fork for as many pending jobs as there are cores left."""
        while self.pending and sum(not job["kernel"] for job, _ in self.running.values()) < self.cores:
            self._fork(self.pending.popleft())

    def _fork(self, job: Job) -> None:
        private = [self.jobs, self.answers, self.wake, self.waker, *(self.second or ())[1:]]
        self.running[fork(job, private)] = job, time.monotonic() + job["limit"]


def overdue(job: Job, deadline: float) -> str | None:
    """Why a job that still runs must be killed: "time", "output", or None."""
    if time.monotonic() > deadline:
        return "time"
    sizes = [os.stat(path).st_size for path in (job["to"] + ".out", job["to"] + ".err") if os.path.exists(path)]
    return "output" if max(sizes, default=0) > job["most"] else None


def _kill(pid: int, reap: bool) -> None:
    """End everything that is left of a child's process group."""
    with contextlib.suppress(OSError):
        os.killpg(pid, signal.SIGKILL)
    if reap:
        os.waitpid(pid, 0)


def main(argument: str) -> None:
    """Run the one job that is given as JSON, or serve with the folder that is named."""
    del sys.path[0]
    for name in [name for name in sys.modules if name.partition(".")[0] == "tools"]:
        del sys.modules[name]  # no snippet shall find this package
    if argument.startswith("{"):
        run(json.loads(argument))
    try:
        warm_up()
    except ImportError as error:
        sys.exit(f"{error}, where snippets run: install it into this environment; PYTHONPATH is not passed on")
    try:
        Server(argument, os.dup(0), os.dup(1)).serve()
    finally:
        shutil.rmtree(argument, ignore_errors=True)
    os._exit(0)  # to take the library apart would cost half a second


if __name__ == "__main__":
    main(sys.argv[1])
