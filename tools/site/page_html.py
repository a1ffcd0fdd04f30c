"""The HTML of a page, parsed once for all that read it: the audit of its numbers, the search, what adds to blocks."""

import functools
import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from tools.pages import assertions

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
def parse(content: str) -> HtmlElement:
    """The content of a page, parsed; to be read, not changed."""
    return assertions.parse(content)


def places(content: str, *names: str) -> list[tuple[HtmlElement, int]]:
    """The elements of the content with these names, in order, each with the place where it begins.

    Of blocks, `pre`, only those that are highlighted code or output.
    """
    tags = list(parse(content).iter(*names))
    starts = [match.start() for match in re.finditer(rf"<({'|'.join(names)})\b", content)]
    found = zip(tags, starts, strict=True)
    return [(tag, start) for tag, start in found if tag.tag != "pre" or _is_highlighted(tag)]


def _is_highlighted(block: HtmlElement) -> bool:
    parent = block.getparent()
    return parent is not None and "highlight" in parent.classes and parent[0] is block


def insert(content: str, additions: Iterable[tuple[int, str]]) -> str:
    """The content with each text added at its place."""
    parts, at = [], 0
    for place, text in sorted(additions):
        parts += [content[at:place], text]
        at = place
    return "".join([*parts, content[at:]])
