"""Runs snippets and notebooks, compares them with their transcripts, and checks what the pages include."""

from pathlib import Path

from tools.examples import library, recording, snippets
from tools.examples.files import Problem
from tools.examples.recording import Report
from tools.examples.runner import Runner
from tools.pages import includes


def check(root: Path, only: str = "", runner: Runner | None = None, progress: bool = False) -> Report:
    """Run every snippet and notebook whose path contains `only`, and look at all pages; a Report.

    Refuses to with another version of the library than requirements.txt pins.
    """
    report = Report()
    try:
        library.refuse_other_version(root)
        read_well, report.problems = snippets.read_all(root)
        notebooks = recording.read_notebooks(root, only)
        paths = snippets.find(root, only, needed=not notebooks)
        scripts = [read_well[path] for path in paths if path in read_well]
        recording.compare(report, scripts, notebooks, runner, progress)
        report.problems += recording.orphans(root)
        outputs = {run.snippet.path: run.outputs for run in report.runs}
        figures = {run.snippet.path: run.figure for run in report.runs}
        report.problems += includes.problems(root, read_well, outputs, figures)
    except Problem as problem:
        report.problems.append(problem)
    report.sort()
    return report
