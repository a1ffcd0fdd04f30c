"""The rules that hold between pages and snippets: what a page includes is there, and every section is shown."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.examples.files import Problem
from tools.examples.snippets import DATA
from tools.pages.includes import Include
from tools.pages.project import Project, Source

Outputs = Mapping[Path, Mapping[str, str]]  # what each section printed, by the snippet's path and the section's name
Figures = Mapping[Path, str]  # the SVG that a snippet saved, or "", by its path


def problems(project: Project, outputs: Outputs, figures: Figures) -> Iterator[Problem]:
    """Where pages and snippets do not fit: a page shows a section that is missing or prints nothing, or none shows it.

    Snippets that could not be read, and outputs and figures of those that did not run well, are passed over.
    """
    above = None
    for include in project.includes:
        wrong = _wrong(project, include) or _wrong_output(project, include, above, outputs, figures)
        if wrong:
            yield include.problem(wrong)
        if include.end == ".py":
            above = include
    if not any(page.problem for page in project.pages.values()):
        yield from _unshown(project, outputs, figures)


def unrendered(project: Project, page: Source) -> Iterator[Problem]:
    """What keeps a page from being rendered: an include of a file, a section or a record that is not there."""
    if page.problem:
        yield page.problem
    for include in page.includes:
        snippet = project.snippets.get(include.snippet)
        record = include.snippet.with_suffix(include.end)
        if wrong := _wrong(project, include):
            yield include.problem(wrong)
        elif snippet and record not in project.files:
            name = os.path.relpath(record, project.root)
            is_run = include.end != ".out" and include.snippet.with_suffix(".out") in project.files
            why = f"{snippet.path.name} does not save; let it, then" if is_run else "was never recorded"
            yield include.problem(f"shows {name}, which {why}: make record only={snippet.name}")


def _wrong(project: Project, include: Include) -> str:
    """What is wrong with an include, seen without a run; "" if nothing is."""
    snippet, name = project.snippets.get(include.snippet), include.section
    shown = os.path.relpath(include.snippet, project.root)
    if include.snippet not in project.files:
        return f"shows {shown}, which does not exist"
    if include.end in DATA and include.snippet.parent not in {path.parent for path in project.snippets}:
        return f"shows {shown}, which no seal covers; move it beside a snippet"
    names = [section.name for section in snippet.sections] if snippet else []
    if snippet and name and name not in names:
        return f"shows section {name!r}, which is not in {snippet.path.name}; it has {', '.join(names)}"
    return ""


def _wrong_output(project: Project, include: Include, above: Include | None, outputs: Outputs, figures: Figures) -> str:
    """What is wrong with an include of an output or a figure, given the include of code above it; "" if nothing is."""
    snippet, name = project.snippets.get(include.snippet), include.section
    if snippet and include.end == ".svg" and not figures.get(snippet.path, "-"):
        return f"shows the figure of {snippet.path.name}, which saves none as {snippet.figure.name}"
    if not snippet or include.end != ".out" or not name:
        return ""
    if not outputs.get(snippet.path, {name: "-"})[name]:
        return f"shows the output of section {name!r} of {snippet.path.name}, which prints nothing"
    shows = (above.page, above.snippet) if above else None
    if not above or shows != (include.page, include.snippet) or above.section not in (name, None):
        return f"shows the output of section {name!r} of {snippet.path.name} below other code"
    return ""


def _unshown(project: Project, outputs: Outputs, figures: Figures) -> Iterator[Problem]:
    """A Problem for each section, output and figure that no page shows."""
    shown = {(include.snippet, include.end, include.section) for include in project.includes}
    for path, snippet in project.snippets.items():
        whole = (path, ".py", None) in shown
        if figures.get(path) and (path, ".svg", None) not in shown:
            yield Problem(path, 0, f"no page shows the figure {snippet.figure.name}; include it below the code")
        for section in snippet.sections:
            if not whole and (path, ".py", section.name) not in shown:
                unshown = f"no page shows section {section.name!r}; include it in a page or delete it"
                yield Problem(path, section.first, unshown)
            elif outputs.get(path, {}).get(section.name) and (path, ".out", section.name) not in shown:
                unshown = f"no page shows what section {section.name!r} prints; include it below the code"
                yield Problem(path, section.first, unshown)
