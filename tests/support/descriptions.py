"""The descriptions of the pages, for search engines and for sites that link here."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.support.gate import line_of
from tools.examples.files import Problem, read_text

SHORTEST, LONGEST = 50, 160


def unfit(descriptions: Mapping[Path, str]) -> Iterator[Problem]:
    """A Problem for each page whose description is missing, too short, too long to be shown, or another page's."""
    texts = list(descriptions.values())
    for page, text in descriptions.items():
        wrong = "" if texts.count(text) == 1 else "its description is that of another page; write its own"
        if not text:
            wrong = f"has no `description:` at its top; write one of {SHORTEST} to {LONGEST} characters"
        elif not SHORTEST <= len(text) <= LONGEST:
            wrong = f"its description has {len(text)} characters; write {SHORTEST} to {LONGEST}"
        if wrong:
            yield Problem(page, line_of(read_text(page), "description:"), wrong)
