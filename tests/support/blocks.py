"""What stands in the blocks of a page: nothing typed, each output as an output, and no mark beyond the end."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml.html import HtmlElement

from tools.examples.files import Problem
from tools.pages import fences

SHELL = {"sh", "console", "bash", "powershell"}
HTML_BLOCK = re.compile(r"<pre\b")


def typed(page: Path, text: str) -> Iterator[Problem]:
    """A Problem for each block of a page that holds a line that is not included, and is no shell command."""
    for fence in fences.read(text):
        if fence.typed and fence.language not in SHELL:
            line = fence.line + 1 + fence.lines.index(fence.typed[0])
            yield Problem(page, line, f"{fence.typed[0].strip()!r} is typed; include it from a snippet, which runs")
    for number, line in enumerate(fences.blanked(text).split("\n"), 1):
        if HTML_BLOCK.search(line):
            yield Problem(page, number, "a block is typed as HTML; include it from a snippet, which runs")


def mistaken(page: Path, text: str) -> Iterator[Problem]:
    """A Problem for each block of a page that shows an output and does not look like one, or the other way round."""
    for fence in fences.read(text):
        if fence.is_output != (".out" in {include["end"] for include in fence.includes}):
            way = "open the block of an output, and no other, by ``` { .text .output .no-copy }"
            yield Problem(page, fence.line, way)


def unfenced(page: Path, text: str, article: HtmlElement) -> Iterator[Problem]:
    """A Problem if a rendered page shows a block that is no fence, such as an indented one."""
    shown, fenced = len(list(article.iter("pre"))), len(list(fences.read(text)))
    if shown != fenced:
        yield Problem(page, 0, f"shows {shown} blocks, of which {fenced} are fenced; indent no text by four spaces")


def unmarked(page: Path, text: str, article: HtmlElement) -> Iterator[Problem]:
    """A Problem for each output of a rendered page that has not all the lines that `hl_lines` of its fence marks."""
    outputs = [fence for fence in fences.read(text) if fence.is_output]
    for fence, block in zip(outputs, article.find_class("output"), strict=True):
        marked = len(block.find_class("hll"))
        if marked != len(fence.marked_lines):
            marks = ", ".join(map(str, fence.marked_lines))
            has = len(block.text_content().rstrip("\n").split("\n"))
            yield Problem(page, fence.line, f"hl_lines marks {marks} of an output that has {has} lines")
