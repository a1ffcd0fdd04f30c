"""The other names under which the search finds a section of a page: those that the page itself gives it.

An entry of a loss says how it is also called, and in one of its parts its signature. A row of two cells of which the
second only links to a section of the page or of one below it, as where a message leads to its explanation, names that
section.

The parts of a section, such as the pitfalls of a loss, are no results of their own: they belong to that section.

What figures and formulas on lines of their own say is left out of the index: without their form nobody can read them in
its results. A figure keeps its caption. So are predictions, which ask instead of telling, and two kinds of folded code
that nobody looks for: what draws a figure, and the NumPy function of a loss, most of which checks arguments.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml.html import HtmlElement

from tools.examples.files import read_text
from tools.pages import page_sections
from tools.pages.assertions import text_of
from tools.site import page_html

FUNCTION = re.compile(r"(\w+)\(")
BETWEEN = re.compile(r", (?![^()]*\))| or ")  # names; a shape in brackets is one
BELOW = re.compile(r"(?!\.\.|/|[a-z]+:)[\w./-]*#.")
FOLDED = re.compile(
    r"(?:How this (?:figure|table) is made\s*|In NumPy\s*(?=<pre>))(?:<pre>.*?</pre>)?", re.DOTALL
)  # in an index
MARK = re.compile(r' data-search-exclude(="")?(?=[ >])')
FORM = re.compile(r'<(?:div (?=[^>]*\brole="img"|class="arithmatex")|loss-prediction )')
VARIES = re.compile(r"""'[^']*'|"[^"]*"|\S*_\S*|…""")  # quotations and identifiers, which other sections have too
INDEXES = {  # where an index has its entries, and an entry what the search looks at besides title and text
    "search/search_index.json": ("docs", "tags"),  # of MkDocs
    "search.json": ("items", "path"),  # of Zensical, whose results show it: where the section is, and its names
}

Names = dict[str, list[str]]  # the names that a page gives to sections, by their addresses


def add_to_index(site: Path, found: Iterable[Names]) -> None:
    """Add the names that all pages give to sections to these in the search index; join parts, leave out folded code."""
    names: Names = defaultdict(list)
    for of_page in found:
        for address, given in of_page.items():
            names[address] += given
    for name, (entries, field) in INDEXES.items():
        path = site / name
        if not path.is_file():
            continue
        index = json.loads(read_text(path))
        index[entries] = _with_parts(index[entries])
        for entry in index[entries]:
            entry["text"] = FOLDED.sub("", entry["text"])
            if entry["location"] in names:
                entry[field] = [*entry.get(field, ()), *names[entry["location"]]]
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def sections(site: Path, found: Iterable[Names]) -> list[list[str]]:
    """Of each section in the search index: its address, its title, and the other names that pages give to it."""
    names = {address: given for of_page in found for address, given in of_page.items()}
    for index, (entries, _) in INDEXES.items():
        if (path := site / index).is_file():
            titles = {entry["location"]: entry["title"] for entry in json.loads(read_text(path))[entries]}
            return [[at, titles[at], *dict.fromkeys(names.get(at, ()))] for at in sorted(titles)]
    return []


def leave_out_forms(content: str) -> str:
    """The content of a page, figures, formulas and predictions marked for the index of MkDocs to leave out."""
    return FORM.sub(r"\g<0>data-search-exclude ", content)


def without_marks(content: str) -> str:
    """The content of a page without the marks, once the index is made."""
    return MARK.sub("", content)


def _with_parts(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries of an index, those of parts joined to the sections that they are parts of."""
    kept: dict[str, dict[str, Any]] = {}
    for entry in entries:
        url, _, anchor = entry["location"].partition("#")
        if whole := kept.get(f"{url}#{page_sections.whole_of(anchor, entry['title'])}"):
            whole["text"] += f" {entry['title']} {entry['text']}"
        else:
            kept[entry["location"]] = entry
    return list(kept.values())


def find(content: str, url: str) -> Names:
    """The names that a page gives to sections, by their addresses, from its content and its own address."""
    names: Names = defaultdict(list)
    section = url
    for tag in page_html.parse(content).iter("h2", "h3", "p", "tr"):
        if tag.tag in ("h2", "h3"):
            anchor = tag.get("id") or ""
            named = page_sections.whole_of(anchor, text_of(tag).replace("¶", "")) or anchor
            section = f"{url}#{named}" if named else section
        elif tag.tag == "p" and (found := _names_in_paragraph(tag)):
            names[section] += found
        elif tag.tag == "tr" and (link := _only_link(tag)) is not None:
            names[urljoin(url, link.get("href", ""))].append(_name_in_row(tag))
    return dict(names)


def _names_in_paragraph(paragraph: HtmlElement) -> list[str]:
    """The names in a paragraph that begins with "Also called" or "Signature" in bold."""
    lead = "" if paragraph.text or not len(paragraph) else text_of(paragraph[0])
    text = text_of(paragraph).removeprefix(lead).strip()
    if lead == "Also called":
        return BETWEEN.split(re.split(r"[;.](?:\s|$)", text)[0])
    if lead == "Signature" and (function := FUNCTION.match(text)):
        return [function[1]]
    return []


def _only_link(row: HtmlElement) -> HtmlElement | None:
    """The link to a section of the page or of one below it, if the row has two cells and the second nothing else."""
    cells = row.xpath("./td")
    if len(cells) != 2 or cells[1].text or len(cells[1]) != 1 or cells[1][0].tail:
        return None
    link = cells[1][0]
    return link if link.tag == "a" and BELOW.match(link.get("href", "")) else None


def _name_in_row(row: HtmlElement) -> str:
    return " ".join(VARIES.sub(" ", text_of(row.xpath("./td")[0])).split())
