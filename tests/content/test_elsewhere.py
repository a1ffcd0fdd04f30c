"""Every snippet and notebook prints the same bytes elsewhere.

That is on other processors, with other numbers of threads, without oneDNN, in reverse order, and by plain `python`.
With EVERYWHERE=1 (`make elsewhere`), in all combinations, and each snippet in an interpreter of its own. Without it,
once in continuous integration, as unlike the run of test_transcripts_reproduce.py as can be: without vector
instructions and oneDNN, on two threads, backwards, by plain Python, in forks of one interpreter that has only imported
torch and pyplot.
"""

import concurrent.futures
import dataclasses
import itertools
import os
import re
import shutil
import subprocess
import sys

import pytest
from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__
from torch.backends.cpu import get_cpu_capability

from tests.support.gate import first_difference, refuse
from tests.support.project import ROOT, section
from tools.examples import figures, recording, snippets, transcripts
from tools.examples.files import Problem
from tools.examples.runner import Runner, environment

pytestmark = pytest.mark.ci  # a second run of all snippets: each build has made the first

EVERYWHERE = os.environ.get("EVERYWHERE")
NUMPY = [name for name in __cpu_dispatch__ if __cpu_features__[name]]  # what NumPy would use of this processor
UNUSED = {"default": NUMPY, "avx2": [name for name in NUMPY if "512" in name or name == "X86_V4"], "avx512": []}
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


@dataclasses.dataclass(frozen=True)
class Place:
    """The vector instructions in use, as torch names them, the number of threads, and whether oneDNN is on."""

    capability: str
    threads: int
    onednn: bool

    def __str__(self):
        return f"{self.capability}-{self.threads}-{self.onednn}"

    @property
    def unused(self):
        """What NumPy must not use of this processor."""
        return UNUSED[self.capability]

    def runner(self):
        """A Runner that runs snippets as if there."""
        before = f"torch.set_num_threads({self.threads}); torch.backends.mkldnn.set_flags({self.onednn})"
        return Runner(variables=processor(self.capability), before=before)


def places():
    """Where to run the snippets."""
    if not EVERYWHERE:
        return [Place("default", 2, False)]
    capabilities = ["default", "avx2"]
    if get_cpu_capability() == "AVX512":
        capabilities.append("avx512")
    return [Place(*each) for each in itertools.product(capabilities, [1, 2, 4], [True, False])]


def processor(capability):
    """The variables that make torch and NumPy compute as on a processor with these vector instructions."""
    return {
        "ATEN_CPU_CAPABILITY": capability,
        "NPY_DISABLE_CPU_FEATURES": " ".join(UNUSED[capability]),
        "OMP_WAIT_POLICY": "PASSIVE",  # else threads that wait for a busy core keep it busy
    }


@pytest.fixture(scope="module", params=places(), ids=str)
def place(request):
    return request.param


@pytest.fixture(scope="module")
def there(place):
    """The Runner of a place."""
    with place.runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def examples():
    """Every snippet and notebook."""
    scripts, problems = snippets.read_all(ROOT)
    refuse(problems)
    return [*scripts.values(), *recording.read_notebooks(ROOT)]


@pytest.mark.skipif(not EVERYWHERE, reason="by plain Python in the same place, below; by the runner in make elsewhere")
def test_prints_the_same_bytes(there, examples):
    report = recording.Report()
    recording.compare(report, examples[::-1], [], there)  # notebooks too run as scripts here, not in a kernel
    refuse([*report.diffs, *report.problems])
    assert report.ran == len(examples)


def test_is_really_there(place, there, tmp_path):
    (tmp_path / "settings.py").write_text(section(SETTINGS), encoding="utf-8")
    [run] = there.run([snippets.read(tmp_path / "settings.py")])
    used = " ".join(name for name in NUMPY if name not in place.unused)
    assert run.plain == f"{place.capability.upper()} {place.threads} {place.onednn}\n{used}\n"


def test_a_digit_that_wobbles_is_seen(place, there, tmp_path):
    (tmp_path / "wobbles.py").write_text(section(WOBBLES), encoding="utf-8")
    [run] = there.run([snippets.read(tmp_path / "wobbles.py")])
    variables = environment() | processor("avx2")
    other = subprocess.run([sys.executable, "-c", WOBBLES], env=variables, capture_output=True, text=True)
    if place.capability == "default":
        assert run.plain != other.stdout
    else:
        assert run.plain == other.stdout


@dataclasses.dataclass
class Written:
    """What a snippet has written: to standard output, to standard error, and its figure, "" if none."""

    out: str
    err: str
    figure: str


def run_in_interpreters_of_their_own(jobs):
    """Run `python path` for each (path, folder) in that folder, and leave there what it writes."""

    def run(job):
        path, folder = job
        with open(folder / "out", "wb") as out, open(folder / "err", "wb") as err:
            subprocess.run([sys.executable, path], cwd=folder, env=environment(), stdout=out, stderr=err, timeout=120)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(run, jobs))


def run_in_forks(jobs):
    """The same in forks of one interpreter, without vector instructions and oneDNN, on two threads."""
    variables = environment() | processor("default") | {"OMP_NUM_THREADS": "2"}
    arguments = [str(each) for job in jobs for each in job]
    subprocess.run([sys.executable, "-c", PLAIN, *arguments], env=variables, check=True, timeout=300)


def plainly(paths, folder):
    """What each snippet writes by plain `python`, beside its data; a list of Written. They run backwards."""
    folders = [folder / str(number) for number in range(len(paths))]
    for path, own in zip(paths, folders):
        own.mkdir()
        for data in snippets.read_data(path.parent):
            shutil.copy(data, own)
    run = run_in_interpreters_of_their_own if EVERYWHERE else run_in_forks
    run(list(zip(paths, folders))[::-1])
    return [read_written(path, own) for path, own in zip(paths, folders)]


def read_written(path, folder):
    """What a snippet has left in its folder."""
    out, err = ((folder / name).read_text(encoding="utf-8") for name in ("out", "err"))
    figure = folder / f"{path.stem}.svg"
    drawn = figures.clean(figure.read_text(encoding="utf-8"), path.stem) if figure.exists() else ""
    return Written(out, err, drawn)


def differing(snippet, written):
    """A Problem for each way in which a snippet writes by plain `python` what is not recorded."""
    recorded = "".join(transcripts.recorded_outputs(snippet).values())
    if written.err:
        yield Problem(snippet.path, 0, f"by plain python, writes to standard error: {written.err.strip()!r}")
    compared = {"output": (written.out, recorded), "figure": (written.figure, snippet.recorded_figure)}
    for name, (now, before) in compared.items():
        line, difference = first_difference(now, before)
        if difference:
            yield Problem(snippet.path, 0, f"by plain python, in line {line + 1} of its {name}, {difference}")


def test_prints_the_same_by_plain_python(examples, tmp_path):
    found = plainly([each.path for each in examples], tmp_path)
    refuse(problem for pair in zip(examples, found, strict=True) for problem in differing(*pair))


def test_an_import_that_only_the_check_has_made_is_seen(tmp_path):
    (tmp_path / "short.py").write_text("import sys\nprint(sys.modules['numpy.random'].__name__)\n", encoding="utf-8")
    (tmp_path / "raises.py").write_text("import torch\nprint(1)\n1 / 0\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    short, raises = plainly([tmp_path / "short.py", tmp_path / "raises.py"], tmp_path / "folder")
    assert "KeyError: 'numpy.random'" in short.err
    assert raises.out == "1\n"
    assert "ZeroDivisionError" in raises.err


def test_what_plain_python_prints_otherwise_is_named():
    snippet = snippets.read(ROOT / "snippets/index/three_steps.py")
    recorded = "".join(transcripts.recorded_outputs(snippet).values())
    assert list(differing(snippet, Written(recorded, "", ""))) == []
    [problem] = differing(snippet, Written(recorded.replace("0.4076", "0.4077", 1), "", ""))
    assert re.search(r"three_steps\.py: by plain python, in line \d+ of its output, prints '.*0\.4077", str(problem))
    [problem] = differing(snippet, Written(recorded, "Traceback", ""))
    assert "writes to standard error" in str(problem)
