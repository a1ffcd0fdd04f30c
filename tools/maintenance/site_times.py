"""Times the site itself: its build beside a mere rendering of the same pages, and a server after each kind of edit.

    python -m tools.maintenance.site_times [--rounds 3]

whole site     `mkdocs build`: everything is run, compared, rendered, finished and published
render only    the same pages rendered by MkDocs; nothing is run, no hook, no notebook
first page     from the start of `mkdocs serve` to the first page
prose, snippet from saving a page or a snippet to the page that shows it
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tools.examples import files
from tools.pages import project
from tools.site import render

ROOT = Path(__file__).parents[2]
PORT = 8765
PAGE = "worked-examples/logits-to-loss"
SNIPPET = f"snippets/{PAGE}/softmax.py"
HEADING = "## Squared error"
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
NEEDED = ["docs", "mkdocs.yml", "overrides", "README.md", "requirements.txt", "snippets", "tools"]
LIMIT = 60.0  # in seconds


def build(root: Path, path: Path) -> float:
    """The seconds of a build in `root`, with `path` on Python's module path."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=root, env={**ENVIRONMENT, "PYTHONPATH": str(path)}, check=True)
    return time.perf_counter() - start


class Server:
    """`mkdocs serve` in a copy of the project; a context manager."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __enter__(self) -> "Server":
        command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{PORT}"]
        nowhere = subprocess.DEVNULL
        self.process = subprocess.Popen(
            command, cwd=self.root, env=ENVIRONMENT, start_new_session=True, stdout=nowhere, stderr=nowhere
        )
        return self

    def __exit__(self, *_: object) -> None:
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()

    def seconds_until(self, words: str) -> float:
        """The seconds until the page holds these words."""
        start = time.perf_counter()
        while words not in self._page():
            if time.perf_counter() - start > LIMIT:
                sys.exit(f"the server did not show {words!r} within {LIMIT:g} seconds")
            time.sleep(0.01)
        return time.perf_counter() - start

    def _page(self) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/{PAGE}/", timeout=LIMIT) as page:
                return str(page.read().decode())
        except OSError:
            return ""


def serve(root: Path, rounds: int) -> dict[str, list[float]]:
    """The seconds until a server shows its first page, and each of `rounds` edits of prose and of a snippet."""
    times: dict[str, list[float]] = {"first page": [], "prose": [], "snippet": []}
    page, snippet = root / f"docs/{PAGE}.md", root / SNIPPET
    text, code = page.read_text(encoding="utf-8"), snippet.read_text(encoding="utf-8")
    with Server(root) as server:
        times["first page"].append(server.seconds_until(HEADING.removeprefix("## ")))
        for number in range(rounds):
            time.sleep(3)  # the reload of the page before has ended
            sentence = f"Sentence {number} of the benchmark."
            page.write_text(text.replace(HEADING, f"{sentence}\n\n{HEADING}"), encoding="utf-8")
            times["prose"].append(server.seconds_until(sentence))
        for number in range(rounds):
            time.sleep(3)
            said = f"run {number} of the benchmark"
            snippet.write_text(code.replace("print(", f'print("{said}")\nprint(', 1), encoding="utf-8")
            times["snippet"].append(server.seconds_until(f"{said}\n"))
    return times


def measure(rounds: int) -> dict[str, list[float]]:
    """The seconds of everything, in turns."""
    times: dict[str, list[float]] = {"whole site": [], "render only": []}
    with tempfile.TemporaryDirectory() as folder:
        whole, rendered = Path(folder, "whole"), Path(folder, "rendered")
        files.copy(ROOT, whole, NEEDED)
        rendered.mkdir()
        render.lay_out(project.read(whole), rendered)
        for _ in range(rounds):
            times["whole site"].append(build(whole, whole))
            times["render only"].append(build(rendered, whole))
        return times | serve(whole, rounds)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.maintenance.site_times", description="Time the site itself.")
    parser.add_argument("--rounds", type=int, default=3, help="how often to measure each (3)")
    times = {name: statistics.median(each) for name, each in measure(parser.parse_args().rounds).items()}
    for name, seconds in times.items():
        print(f"{name:12} {seconds:6.2f} s")
    print(f"whole site / render only = {times['whole site'] / times['render only']:.2f}")


if __name__ == "__main__":
    main()
