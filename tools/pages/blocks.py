"""Refuses what no number of a page is checked in: typed blocks, what can write or hide text, numbers in other signs.

A block of a rendered page shows what the page includes, or what its notebook holds.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from tools.examples.files import Problem
from tools.pages.assertions import is_output, text_of
from tools.pages.project import Project, Source

UNREAD = "script", "style", "iframe", "object", "embed"
UNREAD_NUMBER = re.compile(  # with an invisible character, a raised digit, a fraction or a unit at its end
    r"[\u00ad\u200b-\u200f\u2060\ufeff]|\d[⁰¹²³⁴-⁹]|[½⅓⅔¼¾⅕-⅞]|(?<![\w.])\d+(?:\.\d+)?(?:[kK]|percent|million|bn)\b"
)
AWAY = "write it as text, or put it into a file below docs/assets/"


def problems(found: Project, page: Source, article: HtmlElement) -> Iterator[Problem]:
    """A Problem for each block of a page that is typed, or that shows an output and does not look like one, or else.

    And for each script, style or frame in the page, and for each number in other signs than digits.
    """
    for tag in article.iter(*UNREAD):
        yield Problem(page.path, 0, f"holds <{tag.tag}>, in which no number is checked; {AWAY}")
    for tag in article.xpath(".//*[@style]"):
        yield Problem(page.path, 0, f"holds style={tag.get('style')!r}, which can hide what is checked; {AWAY}")
    for number, line in enumerate(page.text.split("\n"), 1):
        if sign := UNREAD_NUMBER.search(line):
            yield Problem(page.path, number, f"{sign[0]!r} is read as no number; write it in digits")
    held = {(found.text(include), include.end == ".out"): include.line for include in page.includes}
    if notebook := found.notebooks.get(page.path):
        code = dict.fromkeys((cell.source.strip("\n"), False) for _, cell in notebook.code)
        held |= dict.fromkeys([*code, *((text.strip("\n"), True) for text in found.outputs(notebook).values())], 0)
    for block in article.iter("pre"):
        text, looks = text_of(block).strip("\n"), is_output(block)
        if (text, not looks) in held and (text, looks) not in held:
            way = "open the block of an output, and no other, by ``` { .text .output .no-copy }"
            yield Problem(page.path, held[text, not looks], way)
        elif (text, looks) not in held:
            words = text.split("\n")[0].strip()
            lines = (number for number, line in enumerate(page.text.split("\n"), 1) if words in line)
            yield Problem(page.path, next(lines, 0), f"{words!r} is typed; include it from a snippet, which runs")
