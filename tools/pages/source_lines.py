"""Finds the line of a page's source where a rendered text stands, for messages."""

import bisect
import itertools
import re

from tools.pages.assertions import key

HEADING = re.compile(r"(?:# )?(#+) (.*)")  # in a notebook, behind the mark of a comment
BEGINNING = 24  # the letters of a sentence that are looked for: later ones may be written differently


def find(text: str, heading: str, sentence: str, words: str = "") -> int:
    """The number of the line under a heading of a page where a sentence begins, or of the next that holds these words.

    A best guess: for a sentence that is not found, the heading stands; 0 in a page without text.
    """
    lines = text.replace("−", "-").split("\n")
    headings = [number for number, line in enumerate(lines) if HEADING.fullmatch(line)]
    sections = itertools.pairwise([*headings, len(lines)])
    here = (section for section in sections if key(lines[section[0]]) == key(heading))
    first, last = next(here, (0, len(lines)))
    plain = [key(line) for line in lines[first:last]]
    whole = "".join(plain)
    at = max(whole.find(said := key(sentence)), 0) or whole.find(said[:BEGINNING])
    begins = first + bisect.bisect([*itertools.accumulate(map(len, plain))], max(at, 0))
    found = re.compile(rf"(?<![\w.]){re.escape(words.replace('−', '-'))}(?!\w)" if words else "")
    holding = (number + 1 for number in range(begins, last) if found.search(lines[number]))
    return next(holding, begins + 1 if text else 0)
