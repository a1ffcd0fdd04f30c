"""Runs snippets and notebooks, compares them with their transcripts, and checks what the pages include."""

from pathlib import Path

from tools.examples import library, recording, snippets
from tools.examples.files import Problem
from tools.examples.recording import Report
from tools.examples.runner import Runner
from tools.pages import include_rules, project
from tools.pages.project import Project


def check(root: Path, only: str = "", runner: Runner | None = None) -> Report:
    """Read the project at `root` and look at it as `judge` does."""
    return judge(project.read(root), only, runner)


def judge(found: Project, only: str = "", runner: Runner | None = None, progress: bool = False) -> Report:
    """Run every snippet and notebook of a project whose path contains `only`, and look at all pages; a Report.

    Refuses to with another version of the library than requirements.txt pins.
    """
    report = Report(problems=list(found.problems))
    try:
        library.refuse_other_version(found.root)
        scripts = [each for each in found.snippets.values() if only in each.name]
        notebooks = [each for each in found.notebooks.values() if only in each.name]
        if not scripts and not notebooks and not report.problems:
            raise snippets.none(found.root, only)
        recording.compare(report, scripts, notebooks, runner, progress)
        of_notebooks = [snippets.mirror(path, found.root) / f"{path.stem}.out" for path in found.notebooks]
        report.problems += recording.orphans(found.files, of_notebooks)
        outputs = {run.snippet.path: run.outputs for run in report.runs}
        figures = {run.snippet.path: run.figure for run in report.runs}
        report.problems += [page.problem for page in found.pages.values() if page.problem]
        report.problems += include_rules.problems(found, outputs, figures)
    except Problem as problem:
        report.problems.append(problem)
    report.sort()
    return report
