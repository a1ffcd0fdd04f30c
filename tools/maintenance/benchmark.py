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
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from tools.examples import recording
from tools.examples.runner import environment
from tools.pages import number_records

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
SHOWN = '\n```python\n--8<-- "bench/x{number}.py:all"\n```\n\n```text\n--8<-- "bench/x{number}.out:all"\n```\n'
EXECUTED = '\n```python exec="on" source="above" result="text"\n{code}```\n'
RENDER = "import torch; from mkdocs.__main__ import cli; cli(['build', '--quiet'])"


def lay_out(folder, size):
    """Make two projects of `size` examples in `folder`: `recorded` shows transcripts, `executed` runs them by markdown-exec."""
    config = yaml.unsafe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    config = {key: config[key] for key in ("site_name", "strict", "theme", "markdown_extensions")}
    for name, block, plugins in (("recorded", SHOWN, ["search"]), ("executed", EXECUTED, ["search", "markdown-exec"])):
        root = folder / name
        shutil.copytree(ROOT / "tools", root / "tools")
        shutil.copytree(ROOT / "overrides", root / "overrides")
        shutil.copy(ROOT / "requirements.txt", root)
        for first in range(0, size, 4):
            numbers = range(first, min(first + 4, size))
            parts = [FORMULA + block.format(number=n, code=EXAMPLE.format(number=n)) for n in numbers]
            page = root / "docs" / (f"page{first}.md" if first else "index.md")
            page.parent.mkdir(exist_ok=True)
            page.write_text("# Examples\n" + "".join(parts), encoding="utf-8")
        (root / "mkdocs.yml").write_text(yaml.safe_dump({**config, "plugins": plugins}), encoding="utf-8")
    recorded = folder / "recorded"
    checked = {**config, "plugins": ["search"], "hooks": ["tools/site/hook.py"]}
    (recorded / "checked.yml").write_text(yaml.safe_dump(checked), encoding="utf-8")
    (recorded / "snippets/bench").mkdir(parents=True)
    for n in range(size):
        text = f"# --8<-- [start:all]\n{EXAMPLE.format(number=n)}# --8<-- [end:all]\n"
        (recorded / f"snippets/bench/x{n}.py").write_text(text, encoding="utf-8")
    if not recording.record(recorded).ok or number_records.record(recorded).problems:
        sys.exit("the examples could not be recorded")


def timed(root, *arguments):
    """Run python with the arguments in `root`: seconds, and the peak memory of the largest process in MB."""
    start = time.perf_counter()
    env = {**os.environ, "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen([sys.executable, *arguments], cwd=root, env=env, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{arguments} failed in {root}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def fresh_python(root):
    """Run each example by a new interpreter, then render: seconds and MB."""
    start = time.perf_counter()

    def play(path):
        subprocess.run([sys.executable, path], env=environment(), stdout=subprocess.DEVNULL, check=True)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(play, sorted((root / "snippets").rglob("*.py"))))
    _, memory = timed(root, "-c", RENDER)
    return time.perf_counter() - start, memory


def main():
    """Lay out, time in turns, and print medians, ratios, growth and memory."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="+", default=[20, 100, 500])
    arguments = parser.parse_args()
    medians, memory = {}, {}
    print(f"{'N':>5} {'way':15} {'seconds':>8} {'of render only':>15} {'of markdown-exec':>17} {'peak MB':>8}")
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            lay_out(Path(folder), size)
            recorded, executed = Path(folder, "recorded"), Path(folder, "executed")
            ways = {
                "build": lambda: timed(recorded, "-m", "mkdocs", "build", "--quiet", "-f", "checked.yml"),
                "render only": lambda: timed(recorded, "-c", RENDER),
                "markdown-exec": lambda: timed(executed, "-m", "mkdocs", "build", "--quiet"),
            }
            if size == 20:
                ways["fresh python"] = lambda: fresh_python(recorded)
            results = {way: [] for way in ways}
            for _ in range(arguments.rounds):
                for way, run in ways.items():
                    results[way].append(run())
            for way, runs in results.items():
                medians[way, size] = statistics.median(seconds for seconds, _ in runs)
                memory[way, size] = max(mb for _, mb in runs)
            for way in ways:
                ratios = [medians[way, size] / medians[other, size] for other in ("render only", "markdown-exec")]
                row = f"{size:5} {way:15} {medians[way, size]:8.2f} {ratios[0]:15.2f} {ratios[1]:17.2f}"
                print(f"{row} {memory[way, size]:8.0f}", flush=True)
    small, large = min(arguments.sizes), max(arguments.sizes)
    if large > small:
        print(f"\ngrowth from N = {small} to {large}")
        for way in ("build", "render only", "markdown-exec"):
            more = 1000 * (medians[way, large] - medians[way, small]) / (large - small)
            print(f"{way:15} {more:6.1f} ms an example, {memory[way, large] - memory[way, small]:+5.0f} MB")


if __name__ == "__main__":
    main()
