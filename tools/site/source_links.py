"""Adds links to files of the site: to each block of code, to its snippet; to a worked example, to its notebook."""

import functools
import itertools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bs4 import Tag
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from tools.examples.snippets import DATA
from tools.pages import includes
from tools.pages.includes import Include
from tools.site import downloads, page_html

TO_FILE = '<a class="to-file" href="{href}" aria-label="{path}, the whole file of this block">{name}</a>'
TO_NOTEBOOK = '\n<div class="to-notebook"><a href="{href}" download>Download this page as a Jupyter notebook</a></div>'


class Block(NamedTuple):
    """A block of code: where its <pre> begins in the content of the page, and its text without empty lines around."""

    start: int
    text: str


def add_links(page: Page, root: Path) -> str:
    """The content of a page with its links to files; raises a Problem unless blocks and includes match one to one."""
    source, content = Path(page.file.abs_src_path or ""), page.content or ""
    if source.suffix == ".md":
        shown = [include for include in includes.read(root, source) if include.end in {".py", *DATA}]
        content = link_blocks(
            content, shown, root / "snippets", lambda path: get_relative_url(f"snippets/{path}", page.url)
        )
    if notebook := downloads.notebook_uri(page):
        link = TO_NOTEBOOK.format(href=get_relative_url(notebook, page.url))
        content = content.replace("</h1>", f"</h1>{link}", 1)
    return content


def link_blocks(content: str, shown: Iterable[Include], folder: Path, address: Callable[[str], str]) -> str:
    """The content with a link in each block that one of the includes `shown` makes, which stand in the same order.

    It leads to the `address` of the include's file, given by its path below `folder`.
    """
    waiting = list(shown)
    parts, at = [], 0
    for block in find_blocks(content):
        if waiting and block.text == waiting[0].text:
            path = waiting.pop(0).snippet.relative_to(folder)
            link = TO_FILE.format(href=address(path.as_posix()), path=path.as_posix(), name=path.name)
            parts += [content[at : block.start], link]
            at = block.start
    if waiting:
        name = waiting[0].snippet.name
        raise waiting[0].problem(f"the block that shows {name} is not found in the page as it is rendered")
    return "".join([*parts, content[at:]])


@functools.lru_cache(maxsize=64)
def find_blocks(content: str) -> list[Block]:
    """The blocks of code in the content of a page."""
    line_starts = list(itertools.accumulate((len(line) + 1 for line in content.split("\n")), initial=0))
    found = page_html.parse(content).select("div.highlight > pre:first-child")
    return [Block(_place(pre, line_starts), pre.text.strip("\n")) for pre in found]


def _place(tag: Tag, line_starts: Sequence[int]) -> int:
    """Where a tag begins in the text from which it was parsed."""
    line, column = tag.sourceline or 1, tag.sourcepos or 0
    return line_starts[line - 1] + column
