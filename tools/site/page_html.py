"""The HTML of a page, parsed once for all that read it: the audit of its numbers, the search, what adds to blocks."""

import functools
import itertools
import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag

from tools.pages import articles

# The theme's, before the content: its buttons, and where its link past the header leads.
BEFORE = re.compile(r'\s*<a [^>]*(class="md-content__button|id="__skip").*?</a>', re.DOTALL)


def split(html: str) -> tuple[str, str, str]:
    """The HTML of a page in three parts: what stands before its content, its content, and what stands after it."""
    start = html.index(">", html.index("<article")) + 1
    while link := BEFORE.match(html, start):
        start = link.end()
    content = html[start : html.rindex("</article>")]
    start += len(content) - len(content.lstrip())
    return html[:start], content.strip(), html[start + len(content.strip()) :]


@functools.lru_cache(maxsize=64)
def parse(content: str) -> BeautifulSoup:
    """The content of a page, parsed; to be read, not changed."""
    return articles.parse(content)


def places(content: str, selector: str) -> list[tuple[Tag, int]]:
    """The tags of the content that a CSS selector picks, in order, each with the place where it begins."""
    line_starts = list(itertools.accumulate((len(line) + 1 for line in content.split("\n")), initial=0))
    found = parse(content).select(selector)
    return [(tag, line_starts[(tag.sourceline or 1) - 1] + (tag.sourcepos or 0)) for tag in found]


def insert(content: str, additions: Iterable[tuple[int, str]]) -> str:
    """The content with each text added at its place."""
    parts, at = [], 0
    for place, text in sorted(additions):
        parts += [content[at:place], text]
        at = place
    return "".join([*parts, content[at:]])
