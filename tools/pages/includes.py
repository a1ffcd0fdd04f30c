"""Reads which section of which snippet a page shows, from the lines that include them."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

from tools.examples import sections
from tools.examples.files import Problem, read_text
from tools.examples.snippets import DATA

INCLUDE = re.compile(r"[ \t]*-+8<-+[ \t]+([\"'])(?P<file>[^:\"']+?)(?P<end>\.\w+)(:(?P<section>[-_0-9a-z]+))?\1")
SHOWN = {".py", ".out", ".svg", *DATA}
COMMENT = re.compile(r"(`+)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)|<!--.*?-->", re.DOTALL)  # or what is code, and hides nothing


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

    def __str__(self) -> str:
        return f"{self.snippet.stem}{self.end}{f':{self.section}' if self.section else ''}"

    def problem(self, text: str) -> Problem:
        """A Problem at this line."""
        return Problem(self.page, self.line, text)


def read(root: Path, page: Path) -> Iterator[Include]:
    """The includes of a page, in order; raises a Problem for a line that only looks like one."""
    return parse(root, page, read_text(page))


def parse(root: Path, page: Path, text: str) -> Iterator[Include]:
    """The includes of a page of this text; see `read`."""
    text = COMMENT.sub(lambda found: found[0] if found[1] else "\n" * found[0].count("\n"), text)
    for number, line in enumerate(text.split("\n"), 1):
        if sections.ANY_MARK in line and not line.strip().startswith(";"):
            yield _read_line(root, page, number, line)


def _read_line(root: Path, page: Path, number: int, line: str) -> Include:
    match = INCLUDE.fullmatch(line)
    if not match or match["end"] not in SHOWN or (match["end"] == ".out" and not match["section"]):
        ways = '"folder/file.py:section", "folder/file.out:section" or "folder/file.svg"'
        raise Problem(page, number, f"write an include as --8<-- {ways}; a section's name holds a-z, 0-9, - and _")
    path = Path(root, "snippets", match["file"] + match["end"])
    if ".." in path.parts or not path.is_relative_to(Path(root, "snippets")):
        raise Problem(page, number, f"shows {match['file']}{match['end']}, which is not below snippets/")
    shown = path if path.suffix in DATA else path.with_suffix(".py")
    return Include(page, number, shown, match["end"], match["section"])
