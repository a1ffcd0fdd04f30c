"""Repairs HTML that would keep a page from being valid, light and accessible.

Only what cannot be written correctly in the first place is repaired here: Markdown and Pygments have no option for it
that MkDocs can set. `overrides/main.html` corrects the blocks of the theme. It cannot reach what stands outside all
blocks, and for the names of submenus it would have to copy the theme's macro.
"""

import functools
import re

XHTML = re.compile("<(hr|br) />")
PLAIN_SPAN = re.compile(r'<span class="[npow]">([^<]*)</span>')  # of names, punctuation, operators and spaces
TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
SECTION_WITH_PAGE = re.compile(r'<div class="md-nav__link md-nav__container">.*?</div>', re.DOTALL)
TITLE = re.compile(r'(?<=<span class="md-ellipsis">)\s*<span class="md-typeset">(.*?)</span>(?=\s*</span>)', re.DOTALL)
NO_SOURCE = re.compile(r'<div class="md-header__source">\s*</div>')
NEXT = re.compile(r'<link rel="?next"?[^>]*>')
TAG = re.compile("<[^<>]*>")
LABEL_ID = re.compile(r' id="\w+_label"')
THUMB = re.compile(r'<div [^>]*\bthumb"[^>]*>\s*<svg\b.*?</svg>', re.DOTALL)
TEXT = re.compile(r"\s*<text\b.*?</text>", re.DOTALL)
ID = re.compile(r' id="([\w-]+)"')
REFERENCE = re.compile(r'(?:url\(#|href="#)([\w-]+)')


@functools.lru_cache(maxsize=128)  # for servers, which render only the pages that have changed
def repair_content(content: str) -> str:
    """The content of a page without XHTML, and without the spans that colour nothing, two of three of its elements."""
    return PLAIN_SPAN.sub(r"\1", XHTML.sub(r"<\1>", content))


def lighten_cards(content: str) -> str:
    """The content of a page whose drawings on cards, too small for labels, have none, and no ids that nothing uses."""
    return THUMB.sub(lambda thumb: _without_labels(thumb[0]), content)


def _without_labels(drawing: str) -> str:
    used = set(REFERENCE.findall(drawing))
    return ID.sub(lambda each: each[0] if each[1] in used else "", TEXT.sub("", drawing))


def repair_theme(html: str) -> str:
    """A whole page, with what the theme writes put right."""
    html = TOGGLE.sub(r"\1", html).replace(' tabindex=""', "")  # a checkbox cannot be completed; "" is no number
    html = TITLE.sub(lambda title: TAG.sub("", title[1]), html)  # contents are plain text, as by MkDocs
    html = NEXT.sub("", html)  # Firefox would fetch the page in advance, which the policy refuses
    html = NO_SOURCE.sub("", html)  # without a repository, Zensical keeps room for one
    return SECTION_WITH_PAGE.sub(lambda section: _name_by_link(section[0]), html)


def _name_by_link(section: str) -> str:
    """The menu's entry for a section with a page of its own, whose submenu is named by the link, not by the arrow."""
    label_id = LABEL_ID.search(section)
    if not label_id:
        return section
    return LABEL_ID.sub("", section).replace("<a", f"<a{label_id[0]}", 1)
