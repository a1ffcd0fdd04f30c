"""Runs snippets and notebooks, compares what they print with their transcripts, and writes transcripts."""

import contextlib
import dataclasses
import itertools
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools.examples import library, snippets, transcripts
from tools.examples.files import Problem, write_at_once
from tools.examples.runner import Run, Runner
from tools.examples.snippets import Snippet

if TYPE_CHECKING:
    from tools.examples.notebooks import Notebook


@dataclasses.dataclass
class Report:
    """What a check or a recording found.

    How many snippets ran, differ from their transcripts or were written, every problem and diff, and the runs that
    ended well.
    """

    ran: int = 0
    differ: int = 0
    written: int = 0
    problems: list[Problem] = dataclasses.field(default_factory=list)
    diffs: list[str] = dataclasses.field(default_factory=list)
    runs: list[Run] = dataclasses.field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems and not self.differ

    def sort(self) -> None:
        """Put problems and diffs in the order of their places."""
        self.problems.sort(key=lambda problem: (problem.path, problem.line))
        self.diffs.sort()

    def __str__(self) -> str:
        counts = f"{self.ran} snippets ran, {self.differ} differ from their transcripts, {len(self.problems)} problems"
        return "\n".join([*self.diffs, *map(str, self.problems), counts])


def find_notebooks(root: Path, only: str = "") -> list[Path]:
    """The paths of all notebooks, the scripts under `docs/`, whose path below it contains `only`."""
    return snippets.scripts(Path(root, "docs"), only)


def read_notebooks(root: Path, only: str = "") -> list["Notebook"]:
    """Every such notebook; raises a Problem for one that cannot be read."""
    return [read_notebook(path, root) for path in find_notebooks(root, only)]


def read_notebook(path: Path, root: Path) -> "Notebook":
    """One notebook of the project at `root`; raises a Problem if it cannot be read."""
    from tools.examples import notebooks  # Jupyter takes half a second to import

    return notebooks.read(path, root)


def compare(
    report: Report,
    scripts: Collection[Snippet],
    notebooks: Sequence["Notebook"],
    runner: Runner | None = None,
    progress: bool = False,
) -> None:
    """Run every script and notebook, and add to the report how it differs from its transcript."""
    for run in run_examples(scripts, notebooks, runner, progress):
        report.ran += 1
        if run.problem:
            report.problems.append(run.problem)
            continue
        report.runs.append(run)
        if diffs := transcripts.differences(run):
            report.differ += 1
            report.diffs.append(diffs)


def orphans(files: Collection[Path], of_notebooks: Collection[Path]) -> Iterator[Problem]:
    """A Problem for each transcript and figure among these files whose snippet or notebook is gone.

    `of_notebooks` are the transcripts of notebooks.
    """
    for path in sorted(files):
        recorded = path.suffix in (".out", ".svg") and path not in of_notebooks
        if recorded and path.with_suffix(".py") not in files:
            yield Problem(path, 0, f"a transcript without its snippet {path.stem}.py; delete it")


def record(root: Path, only: str = "", runner: Runner | None = None, progress: bool = False) -> Report:
    """Run snippets and notebooks and write the transcripts of those that end well, each in one step; a Report."""
    report = Report()
    try:
        library.refuse_other_version(root)
        for path in Path(root, "snippets").rglob("*.new"):
            path.unlink()
        notebooks = read_notebooks(root, only)
        scripts, report.problems = snippets.read_all(root, only, needed=not notebooks)
        for run in run_examples(scripts.values(), notebooks, runner, progress):
            report.ran += 1
            if run.problem:
                report.problems.append(run.problem)
            elif transcripts.differences(run):
                _write(run)
                report.written += 1
    except Problem as problem:
        report.problems.append(problem)
    return report


def _write(run: Run) -> None:
    """Write the figure first: should the transcript not follow, its seal tells."""
    if run.figure:
        write_at_once(run.snippet.figure, run.figure)
    else:
        run.snippet.figure.unlink(missing_ok=True)
    write_at_once(run.snippet.transcript, transcripts.render(run.snippet, run.outputs, run.figure))


def run_examples(
    scripts: Collection[Snippet], notebooks: Sequence["Notebook"], runner: Runner | None = None, progress: bool = False
) -> Iterator[Run]:
    """The runs of the scripts, then of the notebooks, which start at the same time; `progress` shows after a second."""
    start, total = time.monotonic(), len(scripts) + len(notebooks)
    with contextlib.nullcontext(runner) if runner else Runner() as at_work:
        runs = itertools.chain(at_work.run(scripts), _start(notebooks, at_work))
        for number, run in enumerate(runs, 1):
            if progress and time.monotonic() - start > 1:
                end = "" if number < total else "\n"
                print(f"\r{number} of {total} snippets", end=end, file=sys.stderr, flush=True)
            yield run


def _start(notebooks: Sequence["Notebook"], runner: Runner) -> Iterator[Run]:
    if not notebooks:
        return iter(())
    from tools.examples.notebooks import start

    return start(notebooks, runner)
