"""What the blocks of a page mark: nothing beyond the end."""

from collections.abc import Iterator
from pathlib import Path

from lxml.html import HtmlElement

from tools.examples.files import Problem
from tools.pages import fences


def unmarked(page: Path, text: str, article: HtmlElement) -> Iterator[Problem]:
    """A Problem for each output of a rendered page that has not all the lines that `hl_lines` of its fence marks."""
    outputs = [fence for fence in fences.read(text) if fence.is_output]
    for fence, block in zip(outputs, article.find_class("output"), strict=True):
        marked = len(block.find_class("hll"))
        if marked != len(fence.marked_lines):
            marks = ", ".join(map(str, fence.marked_lines))
            has = len(block.text_content().rstrip("\n").split("\n"))
            yield Problem(page, fence.line, f"hl_lines marks {marks} of an output that has {has} lines")
