"""Times this project's build against other ways to show executed examples, in one run, taking turns.

    python -m tools.maintenance.benchmark [--rounds 3] [--sizes 20 100 500]

N small examples, four a page, a formula each, the same in every way:

build          this project: pages show transcripts, and every snippet is run, isolated and compared meanwhile
render only    torch imported once, the same pages rendered, nothing run: what no way can beat
markdown-exec  the examples run while the pages render, all in one process: nothing isolated, nothing compared
fresh python   a new interpreter per example, as many at once as there are cores, and then render only (N = 20)
"""

import argparse
import concurrent.futures
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import yaml

from tools.examples import files, sections
from tools.examples.runner import environment

ROOT = Path(__file__).parents[2]
EXAMPLE = """import torch
import torch.nn.functional as F

logits = torch.tensor([[{number}.5, 3.5, 1.5]], requires_grad=True)  # (1, 3)
loss = F.cross_entropy(logits, torch.tensor([1]))
loss.backward()
print(loss)
print(logits.grad)
"""
FORMULA = "\n$$\n\\ell = -z_y + \\log \\sum_k e^{z_k}\n$$\n"
SHOWN = """
```python
--8<-- "bench/x{number}.py:all"
```

``` {{ .text .output .no-copy }}
--8<-- "bench/x{number}.out:all"
```
"""
EXECUTED = '\n```python exec="on" source="above" result="text"\n{code}```\n'
A_PAGE = 4
BUILD, RENDER_ONLY, MARKDOWN_EXEC = "build", "render only", "markdown-exec"
FRESH_PYTHON_SIZE = 20  # at more, fresh interpreters take minutes
RENDER = "import torch; from mkdocs.__main__ import cli; cli(['build', '--quiet'])"


class Measured(NamedTuple):
    """What one build, or the median of several, takes: seconds, and the peak memory of its largest process in MB."""

    seconds: float
    memory: float


def lay_out(folder: Path, size: int) -> tuple[Path, Path]:
    """Make two projects of `size` examples: one that shows transcripts, one that runs them by markdown-exec."""
    recorded = _lay_out_pages(folder / "recorded", size, SHOWN)
    _write_settings(recorded / "mkdocs.yml", plugins=["search"])
    _write_settings(recorded / "checked.yml", plugins=["search"], hooks=["tools/site/hook.py"])
    (recorded / "snippets/bench").mkdir(parents=True)
    for number in range(size):
        text = sections.write("all", EXAMPLE.format(number=number))
        (recorded / f"snippets/bench/x{number}.py").write_text(text, encoding="utf-8")
    run_python(recorded, "-m", "tools.pages", "record")
    executed = _lay_out_pages(folder / "executed", size, EXECUTED)
    _write_settings(executed / "mkdocs.yml", plugins=["search", "markdown-exec"])
    return recorded, executed


def _lay_out_pages(root: Path, size: int, block: str) -> Path:
    """Make a project without settings, whose pages show each example as `block` does; its folder."""
    files.copy(ROOT, root, ["overrides", "requirements.txt", "tools"])
    (root / "docs").mkdir()
    for first in range(0, size, A_PAGE):
        text = "# Examples\n"
        for number in range(first, min(first + A_PAGE, size)):
            text += FORMULA + block.format(number=number, code=EXAMPLE.format(number=number))
        name = f"page{first}.md" if first else "index.md"
        (root / "docs" / name).write_text(text, encoding="utf-8")
    return root


def _write_settings(path: Path, **settings: list[str]) -> None:
    """Write a mkdocs.yml with this project's theme and Markdown extensions, and these settings."""
    ours = yaml.unsafe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    shared = {name: ours[name] for name in ("site_name", "strict", "theme", "markdown_extensions")}
    path.write_text(yaml.safe_dump({**shared, **settings}), encoding="utf-8")


def run_python(root: Path, *arguments: str) -> Measured:
    """Run python with these arguments in `root`, and wait."""
    start = time.perf_counter()
    env = {**os.environ, "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen([sys.executable, *arguments], cwd=root, env=env, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{arguments} failed in {root}")
    return Measured(time.perf_counter() - start, usage.ru_maxrss / 1024)


def run_fresh_pythons(root: Path) -> Measured:
    """Run each example by a new interpreter, as many at once as there are cores, then render."""
    start = time.perf_counter()

    def run(path: Path) -> None:
        subprocess.run([sys.executable, path], env=environment(), stdout=subprocess.DEVNULL, check=True)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(run, sorted((root / "snippets").rglob("*.py"))))
    memory = run_python(root, "-c", RENDER).memory
    return Measured(time.perf_counter() - start, memory)


def measure(size: int, rounds: int) -> dict[str, Measured]:
    """Build `size` examples in each way, in turns: the median time and the largest memory by way."""
    with tempfile.TemporaryDirectory() as folder:
        recorded, executed = lay_out(Path(folder), size)
        checked = str(recorded / "checked.yml")
        ways: dict[str, Callable[[], Measured]] = {
            BUILD: lambda: run_python(recorded, "-m", "mkdocs", "build", "--quiet", "-f", checked),
            RENDER_ONLY: lambda: run_python(recorded, "-c", RENDER),
            MARKDOWN_EXEC: lambda: run_python(executed, "-m", "mkdocs", "build", "--quiet"),
        }
        if size == FRESH_PYTHON_SIZE:
            ways["fresh python"] = lambda: run_fresh_pythons(recorded)
        runs: dict[str, list[Measured]] = {way: [] for way in ways}
        for _ in range(rounds):
            for way, run in ways.items():
                runs[way].append(run())
    return {
        way: Measured(statistics.median(run.seconds for run in each), max(run.memory for run in each))
        for way, each in runs.items()
    }


def print_table(size: int, measured: dict[str, Measured]) -> None:
    """A line for each way."""
    for way, (seconds, memory) in measured.items():
        of_render = seconds / measured[RENDER_ONLY].seconds
        of_markdown_exec = seconds / measured[MARKDOWN_EXEC].seconds
        print(f"{size:5} {way:15} {seconds:8.2f} {of_render:15.2f} {of_markdown_exec:17.2f} {memory:8.0f}", flush=True)


def print_growth(by_size: dict[int, dict[str, Measured]]) -> None:
    """What each further example costs, from the smallest size to the largest."""
    small, large = min(by_size), max(by_size)
    if large == small:
        return
    print(f"\ngrowth from N = {small} to {large}")
    for way in (BUILD, RENDER_ONLY, MARKDOWN_EXEC):
        less, more = by_size[small][way], by_size[large][way]
        milliseconds = 1000 * (more.seconds - less.seconds) / (large - small)
        print(f"{way:15} {milliseconds:6.1f} ms an example, {more.memory - less.memory:+5.0f} MB")


def main() -> None:
    """The command line."""
    description = (__doc__ or "").partition(", in one run")[0]
    parser = argparse.ArgumentParser(prog="python -m tools.maintenance.benchmark", description=description)
    parser.add_argument("--rounds", type=int, default=3, help="how often to build in each way (3)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[20, 100, 500], help="numbers of examples (20 100 500)")
    options = parser.parse_args()
    print(f"{'N':>5} {'way':15} {'seconds':>8} {'of render only':>15} {'of markdown-exec':>17} {'peak MB':>8}")
    by_size = {}
    for size in options.sizes:
        by_size[size] = measure(size, options.rounds)
        print_table(size, by_size[size])
    print_growth(by_size)


if __name__ == "__main__":
    main()
