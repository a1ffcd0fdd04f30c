"""Adds to a page what its outputs are with other versions of the library: beside each that differs, and at the foot."""

import html
import itertools
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from tools.examples import library
from tools.pages.assertions import key, text_of
from tools.pages.other_versions import Block, enumerate_words
from tools.site import page_html

PAGE = "reference/versions/"
NOTE = '<details class="elsewhere"><summary>{name} {versions}: other output</summary>{text}</details>'
HEAD = "<p>{name} {versions}</p>"
FOOT = '\n<p class="versions">{text}{link}</p>'
LINK = ' <a href="{}">What changed in {}</a>'


def foot(said: str, page: Page, is_compared: bool) -> str:
    """The foot of a page: what is said of its outputs and, if they are compared, a link to what changed."""
    link = LINK.format(get_relative_url(PAGE, page.url), library.NAME) if is_compared else ""
    return FOOT.format(text=html.escape(said), link=link) if said else ""


def notes(content: str, blocks: Iterable[Block]) -> Iterator[tuple[int, str]]:
    """Where in the content of a page to add a note, and the note, for each of its blocks that differs, in their order.

    A block that the page does not show, since a server has a newer output, is passed over.
    """
    blocks = list(blocks)
    if not any(block.variants for block in blocks):
        return
    waiting = page_html.places(content, "pre", "table")
    for block in blocks:
        at = next((number for number, (tag, _) in enumerate(waiting) if _shows(tag, block)), None)
        if at is None:
            continue
        tag, place = waiting[at]
        waiting = waiting[at + 1 :]
        if block.variants:
            yield content.index("</div>", content.index(f"</{tag.tag}>", place)) + len("</div>"), _note(block)


def _shows(tag: HtmlElement, block: Block) -> bool:
    if tag.tag == "pre":
        return text_of(tag).strip("\n") == block.text.strip("\n")
    return block.text.startswith("|") and key(text_of(tag)) == key(block.text)


def _note(block: Block) -> str:
    text = ""
    for variant, versions in block.variants.items():
        head = HEAD.format(name=library.NAME, versions=enumerate_words(versions)) if len(block.variants) > 1 else ""
        text += f"{head}<pre>{html.escape(variant, quote=False)}</pre>"
    all_versions = sorted(itertools.chain(*block.variants.values()), key=library.sort_key)
    return NOTE.format(name=library.NAME, versions=enumerate_words(all_versions), text=text)
