"""The marks that name the sections of a script and of its transcript.

    # --8<-- [start:name]
    …
    # --8<-- [end:name]

pymdownx.snippets reads the same marks when a page includes a section, but overlooks marks that are misspelt, missing or
doubled. `read` refuses these.
"""

import dataclasses
import functools
import re
from collections.abc import Mapping
from pathlib import Path

from tools.examples.files import Problem

MARK = re.compile(r"# --8<-- \[(start|end):([a-z][-_0-9a-z]*)\]")
ANY_MARK = "-8<-"  # what every mark and every include holds
UNNAMED = re.compile(r"\[ *(start|end) *: *\]")
INCLUDE = re.compile(r"[ \t#]*;*-+8<-+\s*([\"']|$)")


@dataclasses.dataclass(frozen=True)
class Section:
    """A named part of a text: the line numbers of its start and end marks."""

    name: str
    first: int
    last: int


def read(path: Path, text: str) -> list[Section]:
    """The sections of a text, in order; raises a Problem for the first mark that is out of order."""
    sections: list[Section] = []
    begun = None
    for number, line in enumerate(text.split("\n"), 1):
        if ANY_MARK not in line:
            continue
        kind, name = _read_mark(path, number, line)
        if kind == "start":
            _refuse_start(path, number, name, begun, sections)
            begun = Section(name, number, 0)
        elif begun and begun.name == name:
            sections.append(Section(name, begun.first, number))
            begun = None
        else:
            raise _misplaced_end(path, number, name, begun)
    if begun:
        raise Problem(path, begun.first, f"section {begun.name!r} never ends; add # --8<-- [end:{begun.name}]")
    return sections


def _read_mark(path: Path, number: int, line: str) -> tuple[str, str]:
    if mark := MARK.fullmatch(line):
        return mark[1], mark[2]
    if UNNAMED.search(line):
        raise Problem(path, number, "this section has no name; write # --8<-- [start:name]")
    if INCLUDE.match(line):
        raise Problem(path, number, "a snippet may not include another file; write out what it needs")
    form = "write # --8<-- [start:name] or [end:name] on a line of its own, with a name of a-z, 0-9, - and _"
    raise Problem(path, number, f"not a section mark; {form}")


def _refuse_start(path: Path, number: int, name: str, begun: Section | None, ended: list[Section]) -> None:
    if begun:
        raise Problem(path, number, f"section {name!r} begins inside section {begun.name!r}; end that one first")
    if name in [section.name for section in ended]:
        raise Problem(path, number, f"a second section is named {name!r}; give it a name of its own")


def _misplaced_end(path: Path, number: int, name: str, begun: Section | None) -> Problem:
    has_begun = f"but {begun.name!r} has begun" if begun else "but did not begin"
    wrong = f"section {name!r} ends here {has_begun}; correct the mark that is misspelt or missing"
    return Problem(path, number, wrong)


@functools.lru_cache(maxsize=2048)
def spans(text: str) -> Mapping[str, tuple[int, int]]:
    """Where in a text each section's own text begins and ends, by name; what is out of order is left out."""
    found: dict[str, tuple[int, int]] = {}
    at, begun = 0, ("", 0)
    for line in text.splitlines(keepends=True):
        mark = MARK.fullmatch(line.rstrip("\n"))
        if mark and mark[1] == "start":
            begun = mark[2], at + len(line)
        elif mark and mark[2] == begun[0]:
            found[mark[2]] = begun[1], at
        at += len(line)
    return found


def texts(text: str) -> dict[str, str]:
    """Each section's own text, by name."""
    return {name: text[start:end] for name, (start, end) in spans(text).items()}


def write(name: str, text: str) -> str:
    """A section of this name that holds `text`, which ends with a newline or is empty."""
    return f"# --8<-- [start:{name}]\n{text}# --8<-- [end:{name}]\n"
