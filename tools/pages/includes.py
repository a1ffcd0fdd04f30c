"""Which page shows which section of which snippet, and the rules that hold between them."""

import dataclasses
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.examples import sections
from tools.examples.files import Problem, read_text
from tools.examples.snippets import DATA, Snippet

INCLUDE = re.compile(r"[ \t]*-+8<-+[ \t]+([\"'])(?P<file>[^:\"']+?)(?P<end>\.\w+)(:(?P<section>[-_0-9a-z]+))?\1")
SHOWN = {".py", ".out", ".svg", *DATA}
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

Outputs = Mapping[Path, Mapping[str, str]]  # what each section printed, by the snippet's path and the section's name
Figures = Mapping[Path, str]  # the SVG that a snippet saved, or "", by its path


@dataclasses.dataclass
class Include:
    """A line of a page that shows a section of a snippet, of its transcript, a snippet's figure, or a data file.

    `end` is ".py", ".out", ".svg" or that of the data; `snippet` is the script, or the data file.
    """

    page: Path
    line: int
    snippet: Path
    end: str
    section: str | None

    @property
    def text(self) -> str:
        """What it shows of a script or a data file, without the empty lines around it."""
        text = read_text(self.snippet)
        if self.section:
            found = sections.texts(text)
            if self.section not in found:
                raise self.problem(f"shows section {self.section!r}, which is not in {self.snippet.name}")
            text = found[self.section]
        return text.strip("\n")

    def problem(self, text: str) -> Problem:
        """A Problem at this line."""
        return Problem(self.page, self.line, text)


def pages(root: Path) -> list[Path]:
    """The Markdown pages under `docs/`, in the order of their paths."""
    return sorted(Path(root, "docs").rglob("*.md"))


def read(root: Path, only: Path | None = None) -> Iterator[Include]:
    """All includes of all pages, or of `only` one, in order; raises a Problem for a line that only looks like one."""
    for page in [only] if only else pages(root):
        text = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), read_text(page))
        for number, line in enumerate(text.split("\n"), 1):
            if sections.ANY_MARK in line and not line.strip().startswith(";"):
                yield _read_line(root, page, number, line)


def _read_line(root: Path, page: Path, number: int, line: str) -> Include:
    match = INCLUDE.fullmatch(line)
    if not match or match["end"] not in SHOWN or (match["end"] == ".out" and not match["section"]):
        ways = '"folder/file.py:section", "folder/file.out:section" or "folder/file.svg"'
        raise Problem(page, number, f"write an include as --8<-- {ways}; a section's name holds a-z, 0-9, - and _")
    path = Path(root, "snippets", match["file"] + match["end"])
    return Include(
        page, number, path if path.suffix in DATA else path.with_suffix(".py"), match["end"], match["section"]
    )


def problems(root: Path, read_well: Mapping[Path, Snippet], outputs: Outputs, figures: Figures) -> Iterator[Problem]:
    """Where pages and snippets do not fit: a page shows a section that is missing or prints nothing, or none shows it.

    Snippets that could not be read, and outputs and figures of those that did not run well, are passed over.
    """
    found = list(read(root))
    above = None
    for include in found:
        if wrong := _wrong(root, include, read_well) or _wrong_output(include, above, read_well, outputs, figures):
            yield include.problem(wrong)
        if include.end == ".py":
            above = include
    yield from _unshown(found, read_well, outputs, figures)


def problems_of_page(root: Path, page: Path, read_well: Mapping[Path, Snippet]) -> Iterator[Problem]:
    """What keeps one page from being rendered: an include of a file, a section or a record that is not there."""
    for include in read(root, page):
        record = include.snippet.with_suffix(include.end)
        if wrong := _wrong(root, include, read_well):
            yield include.problem(wrong)
        elif not record.exists():
            name = include.snippet.relative_to(Path(root, "snippets"))
            yield include.problem(
                f"shows {os.path.relpath(record, root)}, which was never recorded: make record only={name}"
            )


def _wrong(root: Path, include: Include, read_well: Mapping[Path, Snippet]) -> str:
    """What is wrong with an include, seen without a run; "" if nothing is."""
    snippet, name = read_well.get(include.snippet), include.section
    if not include.snippet.exists():
        return f"shows {os.path.relpath(include.snippet, root)}, which does not exist"
    if include.end in DATA and include.snippet.parent not in {path.parent for path in read_well}:
        return f"shows {os.path.relpath(include.snippet, root)}, which no seal covers; move it beside a snippet"
    names = [section.name for section in snippet.sections] if snippet else []
    if snippet and name and name not in names:
        return f"shows section {name!r}, which is not in {snippet.path.name}; it has {', '.join(names)}"
    return ""


def _wrong_output(
    include: Include, above: Include | None, read_well: Mapping[Path, Snippet], outputs: Outputs, figures: Figures
) -> str:
    """What is wrong with an include of an output or a figure, given the include of code above it; "" if nothing is."""
    snippet, name = read_well.get(include.snippet), include.section
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


def _unshown(
    found: list[Include], read_well: Mapping[Path, Snippet], outputs: Outputs, figures: Figures
) -> Iterator[Problem]:
    """A Problem for each section, output and figure that no page shows."""
    shown = {(include.snippet, include.end, include.section) for include in found}
    for path, snippet in read_well.items():
        whole = (path, ".py", None) in shown
        if figures.get(path) and (path, ".svg", None) not in shown:
            yield Problem(path, 0, f"no page shows the figure {snippet.figure.name}; include it below the code")
        for section in snippet.sections:
            if not whole and (path, ".py", section.name) not in shown:
                yield Problem(
                    path, section.first, f"no page shows section {section.name!r}; include it in a page or delete it"
                )
            elif outputs.get(path, {}).get(section.name) and (path, ".out", section.name) not in shown:
                unshown = f"no page shows what section {section.name!r} prints; include it below the code"
                yield Problem(path, section.first, unshown)
