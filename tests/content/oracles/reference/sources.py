"""How many entries the sources have: the kinds from `tests/content/sources/`, the findings from the page's data."""

from collections import Counter

from tests.support.project import ROOT
from tools.examples.files import read_text

from ..definitions import flat

DATA = ["why_nllloss", "cross_entropy_explained", "inside_cross_entropy", "crossentropyloss_nllloss"]
FIXTURES = ["003", "001", "002", "000"]
KINDS = ["claim", "formula", "code", "table", "figure"]
FINDINGS = ["holds", "holds if", "does not hold", "shown", "reproduced", "opinion", "anecdote", "not treated"]


def column(path, separator, place):
    """How often each value occurs in a column of a file, below its head."""
    lines = [line for line in read_text(ROOT / path).splitlines() if not line.startswith(("#", "kind|"))]
    return Counter(line.split(separator)[place] for line in lines)


def counted(columns, values):
    """The numbers of a table of counts: a row for each value, one for all, each with its sum."""
    rows = [[each[value] for each in columns] for value in values]
    rows.append([each.total() for each in columns])
    return flat([*row, sum(row)] for row in rows)


ORACLE = {
    "sources:kinds": counted([column(f"tests/content/sources/{name}.txt", " | ", 0) for name in FIXTURES], KINDS),
    "sources:findings": counted([column(f"snippets/reference/sources/{name}.txt", "|", 3) for name in DATA], FINDINGS),
}
NO_NUMBERS = {f"sources:{name}" for name in DATA}
TESTED_ELSEWHERE = NO_NUMBERS  # test_sources.py
