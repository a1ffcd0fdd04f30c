"""The lines of an output that a page marks, by `hl_lines` of its fence, are there: a mark beyond the end shows nothing."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.support.project import ROOT

MARKS = re.compile(r'^ *```.*\.output.*hl_lines="([^"]*)"', re.MULTILINE)
PAGES = [page for page in sorted((ROOT / "docs").rglob("*.md")) if MARKS.search(page.read_text(encoding="utf-8"))]


def wanted(text):
    """For each output of a page that has marks, how many lines it marks."""
    spans = [[each.split("-") for each in marks.split()] for marks in MARKS.findall(text)]
    return [sum(int(span[-1]) - int(span[0]) + 1 for span in one) for one in spans]


def shown(html):
    """How many lines are marked in each output of a built page that shows marks, but not as a whole."""
    outputs = [
        (len(block.select(".hll")), len(block.code.text.rstrip("\n").split("\n"))) for block in html.select(".output")
    ]
    return [marked for marked, lines in outputs if 0 < marked < lines]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_marked_lines_are_there(page, site):
    built = site / page.relative_to(ROOT / "docs").with_suffix("") / "index.html"
    assert shown(BeautifulSoup(built.read_text(encoding="utf-8"), "html.parser")) == wanted(
        page.read_text(encoding="utf-8")
    )


def test_a_mark_beyond_the_end_is_seen():
    fence = '``` { .text .output .no-copy hl_lines="1 3-4" }\n'
    html = '<div class="output"><code><span class="hll">a\n</span>b\n<span class="hll">c\n</span>{}</code></div>'
    assert wanted(fence) == [3]
    assert shown(BeautifulSoup(html.format(""), "html.parser")) == [2]
    assert shown(BeautifulSoup(html.format('<span class="hll">d\n</span>'), "html.parser")) == [3]
