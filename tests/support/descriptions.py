"""The descriptions of the pages, for search engines and for sites that link here."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.examples.files import Problem, read_text

SHORTEST, LONGEST = 50, 160


def unfit(descriptions: Mapping[Path, str]) -> Iterator[Problem]:
    """A Problem for each page whose description is missing, too short, too long to be shown, or another page's."""
    texts = list(descriptions.values())
    for page, text in descriptions.items():
        if not SHORTEST <= len(text) <= LONGEST:
            wrong = f"its description has {len(text)} characters; write {SHORTEST} to {LONGEST}"
            yield Problem(page, _line(page), wrong)
        elif texts.count(text) > 1:
            yield Problem(page, _line(page), "its description is that of another page; write its own")


def _line(page: Path) -> int:
    """The line of a page's description, or 1."""
    lines = read_text(page).split("\n")
    return next((number for number, line in enumerate(lines, 1) if "description:" in line), 1)
