"""How a gate over the content fails: with one line for each problem, and without a traceback."""

import itertools
from collections.abc import Iterable

import pytest

from tools.examples.files import Problem


def refuse(problems: Iterable[Problem | str]) -> None:
    """Fail the test with a line for each problem, also one that is raised while looking for others."""
    lines = []
    try:
        lines += map(str, problems)
    except Problem as problem:
        lines.append(str(problem))
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


def line_of(text: str, words: str) -> int:
    """The number of the first line of a text that holds these words, 0 if none does."""
    return next((number for number, line in enumerate(text.split("\n"), 1) if words in line), 0)


def first_difference(printed: str, expected: str) -> tuple[int, str]:
    """The first line in which two texts differ: its index, and what it is and should be; (0, "") if they are equal."""
    pairs = itertools.zip_longest(printed.splitlines(keepends=True), expected.splitlines(keepends=True), fillvalue="")
    for index, (line, right) in enumerate(pairs):
        if line != right:
            return index, f"prints {line!r}, expected {right!r}"
    return 0, ""
