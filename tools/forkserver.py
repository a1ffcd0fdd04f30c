"""Plays snippets, each in a fork of this one process, which has imported torch already.

    python tools/forkserver.py FOLDER     serve jobs: one JSON object a line, until end of file
    python tools/forkserver.py JOB        play one job in this very process (no fork needed)

A job is {"path", "sections": [[first line, last line, name], ...], "data": [paths], "to": FOLDER/NUMBER, "before", "slow", "limit", "most"}.
Playing it runs the snippet in the new folder `to`, beside copies of its data, and leaves three files: `to`.out and `to`.err, what the snippet wrote, and `to`.log, one JSON object a line: the size of `to`.out
when each section began and, last, how the snippet ended. No such last line means that it never came to its end.
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
import importlib
import itertools
import json
import logging
import os
import random
import select
import shutil
import signal
import sys
import threading
import time
import traceback
import types
import weakref

FUTURE_FLAGS = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
WRITE = os.O_WRONLY | os.O_CREAT | os.O_APPEND


def play(job):
    """Run the job's snippet as `python path` would, and leave the process."""
    path, main = job["path"], types.ModuleType("__main__")
    vars(main).update(__file__=path, __builtins__=builtins, __cached__=None)
    sys.modules["__main__"], sys.argv = main, [path]
    if job["before"]:
        exec(f"import torch; {job['before']}", {})
    sys.path.insert(0, os.path.dirname(path))
    os.makedirs(job["to"])
    os.chdir(job["to"])
    for data in job["data"]:
        shutil.copy(data, ".")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(job["to"] + ".out", WRITE), 1)
    os.dup2(os.open(job["to"] + ".err", WRITE), 2)
    log, process = os.open(job["to"] + ".log", WRITE), os.getpid()
    dumps, fstat, getpid, write = json.dumps, os.fstat, os.getpid, os.write  # whatever the snippet does to the modules

    def note(**event):
        for stream in (sys.stdout, sys.__stdout__):
            with contextlib.suppress(Exception):  # the snippet may have closed or replaced them
                stream.flush()
        LIBC and LIBC.fflush(None)
        if getpid() == process:  # else: a process that the snippet forked
            write(log, dumps({**event, "at": fstat(1).st_size}).encode() + b"\n")

    end, status = {"end": "ok"}, 0
    try:
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read(), path)
        compile(tree, path, "exec", dont_inherit=True)  # what is wrong only between the sections shows here
        flags = 0
        for line, name, body in _groups(tree.body, job["sections"]):
            note(line=line, section=name)
            code = compile(ast.Module(body, []), path, "exec", flags, dont_inherit=True)
            flags |= code.co_flags & FUTURE_FLAGS
            exec(code, vars(main))
    except SystemExit as stop:
        if not (stop.code is None or isinstance(stop.code, int) and stop.code == 0):
            status, end = 1, {"end": "exit", "text": str(stop.code)}
    except BaseException as error:
        status, end = 1, {"end": "error", "text": type(error).__name__, "line": 1}
        frames = error.__traceback__
        while frames and frames.tb_frame.f_code.co_filename != path:
            frames = frames.tb_next
        with contextlib.suppress(BaseException):
            sys.excepthook(type(error), error.with_traceback(frames), frames)
        lines = [frame.lineno for frame in traceback.extract_tb(frames) if frame.filename == path]
        text = traceback.format_exception_only(error)[-1].strip()
        end |= {"text": text, "line": lines[-1] if lines else getattr(error, "lineno", None) or 1}
    try:
        note(line=0, section=None)
        threading._shutdown()
        atexit._run_exitfuncs()
        for name in sorted(vars(main), key=lambda name: not name.startswith("_")):
            if name != "__builtins__":
                vars(main)[name] = None
        gc.collect()
        note(**end)
        sys.stderr.flush()
    finally:
        os._exit(status)


def _groups(body, sections):
    """The statements of each section together, each statement outside any section on its own: (line, name, statements)."""

    def place(statement):
        line = min([statement.lineno, *(d.lineno for d in getattr(statement, "decorator_list", []))])
        return next(((first, name) for first, last, name in sections if first <= line <= last), (line, None))

    for (line, name), statements in itertools.groupby(body, place):
        yield line, name, list(statements)


def warm_up():
    """Pay the first-use costs that forks would pay again, on one thread: a fork of several threads hangs."""
    gc.disable()  # nothing of an import is garbage: collections would take a sixth of it
    import numpy
    import numpy.random
    import torch

    torch.set_num_threads(1)
    logits = torch.tensor([[2.0, 1.0]], requires_grad=True)
    torch.nn.functional.cross_entropy(logits.softmax(1).log(), torch.tensor([0])).backward()
    str(logits.grad), numpy.array2string(numpy.exp(numpy.zeros(2)))
    gc.enable()
    be_ready_to_fork()


def be_ready_to_fork():
    """Hand down to forks neither exit handlers nor work for the garbage collector; leave if there are several threads."""
    if os.path.isdir("/proc/self/task") and len(os.listdir("/proc/self/task")) > 1:
        sys.exit("the process that forks runs more than one thread: forks of it would hang")
    atexit._clear()  # torch's handlers and finalizers would take each child 50 ms
    weakref.finalize._registry.clear()
    for handler in (logging.shutdown, sys.modules["multiprocessing.util"]._exit_function, weakref.finalize._exitfunc):
        atexit.register(handler)
    gc.freeze()


def draw():
    """Import matplotlib and draw once."""
    import io

    import matplotlib.pyplot as plt

    _, axes = plt.subplots()
    axes.plot([0, 1], label="line")
    axes.legend()
    plt.savefig(io.BytesIO(), format="svg")
    plt.close("all")


SLOW = {  # what takes half a second the first time, and the words of a snippet that does it
    "matplotlib": draw,
    "sklearn": lambda: importlib.import_module("sklearn.metrics"),
    # what torch itself imports when these are first used
    r"torch\.optim|LinearCrossEntropyOptions|TorchDispatchMode|device=.meta": lambda: importlib.import_module("torch._dynamo"),
}


@functools.cache
def warm_up_for(words):
    """Do what is SLOW, that each such snippet would do again, once in the process that forks. What it puts into the
    environment, as scikit-learn does, no other snippet shall see.
    """
    variables = dict(os.environ)
    SLOW[words]()
    os.environ.clear()
    os.environ.update(variables)
    be_ready_to_fork()


def fork(job, private):
    """Start a job in a child of its own process group, without the server's private descriptors; return its number."""
    pid = os.fork()
    with contextlib.suppress(OSError):  # parent and child both ask: whoever runs first, the group is there
        os.setpgid(pid, pid)
    if pid == 0:
        if sys.platform == "linux":
            LIBC.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: if this server is killed, so is the child
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for descriptor in private:
            os.close(descriptor)
        random.seed()
        sys.modules["numpy"].random.seed()
        sys.modules["torch"].default_generator.seed()
        try:
            play(job)
        finally:
            os._exit(1)  # never back into the server's loop
    return pid


def serve(folder):
    """Fork a child per job, as many at once as there are cores; answer [to, why it was killed or null] when one has ended."""
    warm_up()
    answers, cores = os.dup(1), len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    wake, waker = os.pipe()
    os.set_blocking(waker, False)
    signal.set_wakeup_fd(waker)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    pending, running, text = collections.deque(), {}, b""
    try:
        while True:
            ready = select.select([0, wake], [], [], 0.05 if running else None)[0]
            if wake in ready:
                os.read(wake, 4096)
            if 0 in ready:
                chunk = os.read(0, 65536)
                if not chunk:
                    return
                *lines, text = (text + chunk).split(b"\n")
                pending.extend(map(json.loads, lines))
            for pid, (job, deadline) in list(running.items()):
                ended, killed = os.waitpid(pid, os.WNOHANG)[0], None
                if not ended:
                    killed = overdue(job, deadline)
                if ended or killed:
                    _kill(pid, reap=not ended)
                    del running[pid]
                    os.write(answers, json.dumps([job["to"], killed]).encode() + b"\n")
            while pending and len(running) < cores:
                job = pending.popleft()
                for words in job["slow"]:
                    warm_up_for(words)
                running[fork(job, (answers, wake, waker))] = job, time.monotonic() + job["limit"]
    finally:
        for pid in running:
            _kill(pid, reap=True)
        shutil.rmtree(folder, ignore_errors=True)


def overdue(job, deadline):
    """Why a job that still runs must be killed: "time", "output", or None."""
    if time.monotonic() > deadline:
        return "time"
    sizes = [os.stat(path).st_size for path in (job["to"] + ".out", job["to"] + ".err") if os.path.exists(path)]
    return "output" if max(sizes, default=0) > job["most"] else None


def _kill(pid, reap):
    """End all that is left of a child's process group."""
    with contextlib.suppress(OSError):
        os.killpg(pid, signal.SIGKILL)
    if reap:
        os.waitpid(pid, 0)


if __name__ == "__main__":
    del sys.path[0]  # this folder: its modules are not for snippets to find
    play(json.loads(sys.argv[1])) if sys.argv[1].startswith("{") else serve(sys.argv[1])
    os._exit(0)  # to take torch apart would cost half a second
