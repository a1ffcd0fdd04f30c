"""Finds the line of a page's source where a rendered text stands, for messages."""

import itertools
import re

HEADING = re.compile(r"(?:# )?(#+) (.*)")  # in a notebook, behind the mark of a comment


def find(text: str, heading: str, words: str) -> int:
    """The number of the first line under a heading of a page that holds these words, as a best guess.

    If none does, that of the heading; 0 in a page without text.
    """
    lines = text.replace("−", "-").split("\n")
    headings = [number for number, line in enumerate(lines) if HEADING.fullmatch(line)]
    sections = itertools.pairwise([*headings, len(lines)])
    here = (section for section in sections if _plain(lines[section[0]]) == _plain(heading))
    first, last = next(here, (0, len(lines)))
    found = re.compile(rf"(?<![\w.]){re.escape(words.replace('−', '-'))}(?!\w)")
    holding = (number + 1 for number in range(first, last) if found.search(lines[number]))
    return next(holding, first + 1 if text else 0)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
