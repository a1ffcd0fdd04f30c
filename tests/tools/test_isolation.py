"""A snippet sees neither what another did nor who started it: it prints what a fresh `python` prints."""

import os
import subprocess
import sys

import pytest

from tests.support.project import section
from tools.examples import snippets
from tools.examples.runner import Runner, environment

LEAKS = {  # the module that two snippets import, what one does, and how the other looks for it
    "torch's seed": ("torch", "torch.manual_seed(0)", "print(torch.initial_seed() == 0)"),
    "the default dtype": ("torch", "torch.set_default_dtype(torch.float64)", "print(torch.ones(2).dtype)"),
    "print options": ("torch", "torch.set_printoptions(precision=1)", "print(torch.tensor([1 / 3]))"),
    "numpy's print options": ("numpy", "numpy.set_printoptions(precision=1)", "print(numpy.array([1 / 3]))"),
    "the thread count": ("torch", "torch.set_num_threads(2)", "print(torch.get_num_threads())"),
    "gradient mode": ("torch", "torch.set_grad_enabled(False)", "print(torch.is_grad_enabled())"),
    "warnings filters": (
        "warnings",
        "warnings.simplefilter('error')",
        "print('error' in [each[0] for each in warnings.filters])",
    ),
    "the environment": ("os", "os.environ['LEAK'] = '1'", "print('LEAK' in os.environ)"),
    "the working directory": ("os", "os.chdir('/')", "print(os.getcwd() == '/')"),
    "files": ("os", "open('leak', 'w').close()", "print(os.listdir())"),
    "the module path": ("sys", "sys.path.append('leak')", "print('leak' in sys.path)"),
    "modules": ("sys", "sys.modules['leak'] = sys", "print('leak' in sys.modules)"),
    "patched functions": ("torch", "torch.softmax = None", "print(torch.softmax is None)"),
    "global names": ("sys", "leak = 1", "print('leak' in globals())"),
    "decimal precision": ("decimal", "decimal.getcontext().prec = 3", "print(decimal.Decimal(1) / 3)"),
}
FRESH = """
import locale, os, sys, time, torch, numpy
print(__name__, __file__ == sys.argv[0], len(sys.argv), sys.path[0] == os.path.dirname(__file__), __doc__, __spec__)
print(sorted(name for name in globals() if name.startswith("__") and name != "__annotations__"))
print(sys.modules["__main__"].__dict__ is globals(), sys.stdin.read() == "", sys.stdout.isatty(), sys.stdout.encoding)
print(hash("logits"), time.tzname, locale.getlocale(), torch.get_num_threads(), numpy.get_printoptions())
print(sorted(os.environ), torch.get_default_dtype(), torch.is_grad_enabled(), sys.flags.hash_randomization)
"""


@pytest.mark.parametrize("leak", LEAKS)
def test_nothing_leaks_from_one_snippet_to_the_next(leak, run):
    module, *codes = LEAKS[leak]
    does, sees = (f"import {module}\n{code}" for code in codes)
    clean = run(alone=section(sees))["alone"].plain
    assert clean
    for code in ({"a": does, "b": sees}, {"b": sees, "a": does}, {"a": does, "c": does, "b": sees}):
        assert run(**{name: section(text) for name, text in code.items()})["b"].plain == clean


@pytest.mark.ci
def test_a_snippet_sees_what_a_fresh_python_shows(run, tmp_path):
    forked = run(fresh=section(FRESH))["fresh"]
    command = [sys.executable, str(tmp_path / "fresh.py")]
    plain = subprocess.run(command, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert forked.problem is None and forked.plain == plain.stdout


def test_the_callers_settings_do_not_reach_a_snippet(run, tmp_path, monkeypatch):
    code = "import os, time, torch\nprint(sorted(os.environ), time.tzname, hash('x'), torch.get_num_threads())"
    here = run(x=section(code))["x"].plain
    assert here != ""
    settings = {"LEAK": "1", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "OMP_NUM_THREADS": "2", "LC_ALL": "de_DE.UTF-8"}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with Runner() as elsewhere:
        [there] = elsewhere.run([snippets.read(tmp_path / "x.py")])
    assert there.plain == here


def test_an_unseeded_draw_differs_between_runs_as_it_does_with_python(run):
    code = section("import random, numpy, torch\nprint(random.random(), numpy.random.rand(), torch.rand(1).item())")
    draws = [run(x=code)["x"].plain.split() for _ in range(2)]
    assert all(one != other for one, other in zip(*draws))


def test_work_in_a_snippet_may_use_threads_processes_and_backward(run):
    code = """import subprocess, sys, threading, torch
thread = threading.Thread(target=print, args=["from a thread"])
thread.start()
thread.join()
sys.stdout.flush()
subprocess.run([sys.executable, "-c", "print('from a process')"])
torch.set_num_threads(2)
x = torch.ones(500, 500, requires_grad=True)
(x @ x).softmax(1).sum().backward()
print(x.grad.shape)"""
    result = run(x=section(code))["x"]
    assert result.problem is None
    assert result.plain == "from a thread\nfrom a process\ntorch.Size([500, 500])\n"


def test_what_a_snippet_prints_at_its_end_is_not_lost(run):
    """Plain python waits for threads and runs exit handlers; their output belongs to no section and is refused."""
    code = "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.1), print('late'))).start()"
    result = run(x=section(code))["x"]
    assert result.plain == "late\n" and "'late' while the interpreter shuts down" in str(result.problem)


def test_sections_split_the_plain_output(run, tmp_path):
    code = "from __future__ import annotations\n" + section("print('one')", "a") + section("x: int = 2", "b")
    code += section("import os, sys\nprint('three')\nsys.stdout.flush()\nos.write(1, b'four\\n')\nprint('é')", "c")
    result = run(x=code)["x"]
    assert result.outputs == {"a": "one\n", "b": "", "c": "three\nfour\né\n"}
    plain = subprocess.run([sys.executable, str(tmp_path / "x.py")], env=environment(), capture_output=True, text=True)
    assert result.plain == plain.stdout == "".join(result.outputs.values())


@pytest.mark.ci
def test_without_fork_the_same_comes_out(runner, tmp_path, monkeypatch):
    codes = {"a": "import torch\nprint(torch.ones(2).softmax(0))", "b": "print(1)\n1 / 0", "c": "while True: pass"}
    for name, code in codes.items():
        (tmp_path / f"{name}.py").write_text(section(code))
    a, b, c = [snippets.read(tmp_path / f"{name}.py") for name in codes]
    seen = []
    with Runner(fork=False) as forkless:
        for each in (runner, forkless):
            runs = list(each.run([a, b]))
            monkeypatch.setattr(each, "limit", 1.0)
            runs += each.run([c])
            seen.append({run.snippet.path.stem: (run.plain, str(run.problem)) for run in runs})
    assert seen[0] == seen[1]
    assert seen[0]["a"] == ("tensor([0.5000, 0.5000])\n", "None")
    assert "ZeroDivisionError" in seen[0]["b"][1]
    assert "has not ended after 1 seconds" in seen[0]["c"][1]


def test_as_many_snippets_run_at_once_as_there_are_cores(run):
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    code = "import glob, os, time\nopen(f'../running-{os.getpid()}', 'w').close()\ntime.sleep(0.5)\n"
    code += "print(len(glob.glob('../running-*')))\nos.unlink(f'../running-{os.getpid()}')"
    counts = [int(result.plain) for result in run(**{f"x{n}": section(code) for n in range(2 * cores)}).values()]
    assert 1 < max(counts) <= cores or cores == 1


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="only Linux lists the threads of a process there")
def test_the_process_that_forks_has_one_thread(run, runner):
    slow = "import matplotlib.pyplot, sklearn.metrics, torch\ntorch.optim.SGD([torch.ones(2).requires_grad_()])"
    done = run(x=section("import torch\ntorch.ones(500, 500) @ torch.ones(500, 500)"), y=section(slow))
    assert not done["x"].problem and not done["y"].problem
    assert len(os.listdir(f"/proc/{runner.server.pid}/task")) == 1
