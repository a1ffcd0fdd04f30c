"""Reads the pages of the built site."""

import functools

from bs4 import BeautifulSoup

from tests.support.project import address
from tools.examples import snippets, transcripts
from tools.pages import assertions


def html_path(site, page):
    """The HTML of a page in the built site."""
    return site / address(page) / "index.html"


@functools.cache
def head(site, page):
    """The head of a page of the built site."""
    return BeautifulSoup(html_path(site, page).read_text(encoding="utf-8").partition("</head>")[0], "html.parser")


@functools.cache
def article(site, page):
    """The article of a page of the built site; its menus, which take long to parse, are left out."""
    _, start, rest = html_path(site, page).read_text(encoding="utf-8").partition("<article")
    return BeautifulSoup(start + rest.partition("</article>")[0], "lxml").find("article")


@functools.cache
def shown(site, page):
    """The texts of a page's code, of its outputs, and the keys of its tables."""
    html = article(site, page)
    code = "\n".join(block.text for block in html.select("pre code"))
    outputs = {block.text for block in html.select(".output code")}
    return code, outputs, [assertions.key(table.text) for table in html("table")]


def recorded(include):
    """What is recorded of the output that a page includes."""
    return transcripts.recorded_outputs(snippets.read(include.snippet)).get(include.section, "")
