"""Every snippet and notebook prints the same bytes on other processors, with other numbers of threads, without oneDNN, in
reverse order, and by plain `python`.

With EVERYWHERE=1 (`make elsewhere`) in all combinations, and each by an interpreter of its own. Else once, as unlike this
machine's own run by the runner, in test_transcripts_reproduce.py, as can be: without vector instructions and oneDNN, on two
threads, backwards, by plain Python, as forks of one interpreter that has done nothing but import torch and pyplot.
"""

import concurrent.futures
import itertools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__
from torch.backends.cpu import get_cpu_capability

from tests.support.project import ROOT, section
from tools.examples import figures, recording, snippets, transcripts
from tools.examples.runner import Runner, environment

EVERYWHERE = os.environ.get("EVERYWHERE")
NUMPY = [name for name in __cpu_dispatch__ if __cpu_features__[name]]  # what NumPy would use of this processor
UNUSED = {"default": NUMPY, "avx2": [name for name in NUMPY if "512" in name or name == "X86_V4"], "avx512": []}
CAPABILITIES = ["default", "avx2", "avx512"][: 3 if get_cpu_capability() == "AVX512" else 2]
ALL = list(itertools.product(CAPABILITIES, [1, 2, 4], [True, False], ["backwards"]))
PLACES = ALL if EVERYWHERE else [("default", 2, False, "backwards")]
SNIPPETS = [*map(snippets.read, snippets.find(ROOT)), *recording.read_notebooks(ROOT)]
SETTINGS = """
import torch
from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__
from torch.backends import cpu, mkldnn

print(cpu.get_cpu_capability(), torch.get_num_threads(), mkldnn.enabled)
print(*[name for name in __cpu_dispatch__ if __cpu_features__[name]])
"""
WOBBLES = "import torch\ntorch.manual_seed(42)\ntorch.set_printoptions(precision=9)\nprint(torch.randn(6, 3))"
PLAIN = """
import gc, os, runpy, sys, traceback
import matplotlib.pyplot
import torch

torch.backends.mkldnn.set_flags(False)
gc.freeze()  # else the first collection in each fork copies the memory of all that is imported
jobs = list(zip(sys.argv[1::2], sys.argv[2::2]))
for number, (path, folder) in enumerate(jobs):
    if number >= os.cpu_count():
        os.wait()
    if os.fork() == 0:
        os.chdir(folder)
        for stream, name in (1, "out"), (2, "err"):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT), stream)
        sys.argv, sys.path[0] = [path], os.path.dirname(path)
        try:
            runpy.run_path(path, run_name="__main__")
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        os._exit(0)
for _ in range(min(len(jobs), os.cpu_count())):
    os.wait()
"""


def processor(capability):
    """The variables that make torch and NumPy compute as on a processor with these vector instructions."""
    waiting = {"OMP_WAIT_POLICY": "PASSIVE"}  # else threads that wait for a busy core keep it busy
    return {"ATEN_CPU_CAPABILITY": capability, "NPY_DISABLE_CPU_FEATURES": " ".join(UNUSED[capability]), **waiting}


def runner(capability, threads, onednn, _):
    """A Runner that runs snippets as on such a processor, on so many threads, with or without oneDNN."""
    before = f"torch.set_num_threads({threads}); torch.backends.mkldnn.set_flags({onednn})"
    return Runner(variables=processor(capability), before=before)


@pytest.fixture(scope="module", params=PLACES, ids=lambda place: "-".join(map(str, place)))
def place(request):
    with runner(*request.param) as there:
        yield request.param, there


@pytest.mark.skipif(not EVERYWHERE, reason="by plain Python in the same place, below; by the runner in make elsewhere")
def test_prints_the_same_bytes(place):
    (*_, order), there = place
    runs = list(there.run(SNIPPETS[:: -1 if order == "backwards" else 1]))
    assert len(runs) == len(SNIPPETS)
    assert [str(run.problem) for run in runs if run.problem] == []
    assert "\n".join(transcripts.differences(run) for run in runs).strip() == ""


def test_is_really_there(place, tmp_path):
    (capability, threads, onednn, _), there = place
    (tmp_path / "settings.py").write_text(section(SETTINGS), encoding="utf-8")
    [run] = there.run([snippets.read(tmp_path / "settings.py")])
    used = " ".join(name for name in NUMPY if name not in UNUSED[capability])
    assert run.plain == f"{capability.upper()} {threads} {onednn}\n{used}\n"


def test_a_digit_that_wobbles_is_seen(tmp_path, place):
    (tmp_path / "wobbles.py").write_text(section(WOBBLES), encoding="utf-8")
    [run] = place[1].run([snippets.read(tmp_path / "wobbles.py")])
    other = subprocess.run(
        [sys.executable, "-c", WOBBLES], env=environment() | processor("avx2"), capture_output=True, text=True
    )
    assert (run.plain == other.stdout) == (place[0][0] != "default")


def by_an_interpreter_of_its_own(path, where):
    """Run `python path` in the folder `where`, and leave there what it writes."""
    done = subprocess.run([sys.executable, path], cwd=where, env=environment(), capture_output=True, timeout=120)
    Path(where, "out").write_bytes(done.stdout)
    Path(where, "err").write_bytes(done.stderr)


def plainly(paths, folder):
    """What each snippet writes by plain `python`, beside its data: (standard output, standard error, its figure or "").

    Without EVERYWHERE on a processor without vector instructions, on two threads, backwards.
    """
    arguments, found = [], []
    for number, path in reversed(list(enumerate(paths))):
        (folder / str(number)).mkdir()
        for data in snippets.Snippet(path, "", []).data:
            shutil.copy(data, folder / str(number))
        arguments += [str(path), str(folder / str(number))]
    if EVERYWHERE:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
            list(threads.map(by_an_interpreter_of_its_own, arguments[::2], arguments[1::2]))
    else:
        there = environment() | processor("default") | {"OMP_NUM_THREADS": "2"}
        subprocess.run([sys.executable, "-c", PLAIN, *arguments], env=there, check=True, timeout=300)
    for number, path in enumerate(paths):
        out, err = ((folder / str(number) / name).read_text(encoding="utf-8") for name in ("out", "err"))
        figure = folder / str(number) / f"{path.stem}.svg"
        found.append(
            (out, err, figures.clean(figure.read_text(encoding="utf-8"), path.stem) if figure.exists() else "")
        )
    return found


def test_prints_the_same_by_plain_python(tmp_path):
    plain = plainly([each.path for each in SNIPPETS], tmp_path)
    for snippet, written in zip(SNIPPETS, plain, strict=True):
        recorded = "".join(transcripts.recorded_outputs(snippet).values())
        assert written == (recorded, "", snippet.recorded_figure), snippet.path


def test_an_import_that_only_the_check_has_made_is_seen(tmp_path):
    (tmp_path / "short.py").write_text("import sys\nprint(sys.modules['numpy.random'].__name__)\n", encoding="utf-8")
    (tmp_path / "raises.py").write_text("import torch\nprint(1)\n1 / 0\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    [(_, first, _), (out, second, _)] = plainly([tmp_path / "short.py", tmp_path / "raises.py"], tmp_path / "folder")
    assert "KeyError: 'numpy.random'" in first and out == "1\n" and "ZeroDivisionError" in second


def test_another_torch_is_refused_unless_asked_for(copy):
    pins = (copy / "requirements.txt").read_text(encoding="utf-8")
    (copy / "requirements.txt").write_text(re.sub(r"(?m)^torch==\S+", "torch==1.0.0", pins), encoding="utf-8")
    out = copy / "snippets/index/three_steps.out"
    out.write_text(out.read_text(encoding="utf-8").replace("0.4076", "0.4077"), encoding="utf-8")
    check = [sys.executable, "-m", "tools.pages", "check", "--only", "index/"]
    refused = subprocess.run(check, cwd=copy, capture_output=True, text=True)
    assert (
        refused.returncode == 1
        and "recorded with torch 1.0.0, this is" in refused.stdout
        and "-log-prob" not in refused.stdout
    )
    reported = subprocess.run([*check, "--any-torch"], cwd=copy, capture_output=True, text=True)
    assert (
        reported.returncode == 1
        and "\n-nll_loss: tensor(0.4077)\n" in reported.stdout
        and "1 differ" in reported.stdout
    )
