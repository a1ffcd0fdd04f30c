"""Reads the pages of the built site."""

import functools

from bs4 import BeautifulSoup

from tests.support.project import ROOT
from tools.pages import number_records


@functools.cache
def article(site, page):
    path = page.relative_to(ROOT / "docs").with_suffix("")
    path = path.parent if path.name == "index" else path
    return BeautifulSoup((site / path / "index.html").read_text(encoding="utf-8"), "html.parser").find("article")


@functools.cache
def shown(site, page):
    """The texts of a page's code, of its outputs, and the cells of its tables."""
    html = article(site, page)
    tables = [[[cell.text.strip() for cell in row(["th", "td"])] for row in table("tr")] for table in html("table")]
    code, outputs = (
        "\n".join(block.text for block in html.select("pre code")),
        {block.text for block in html.select(".output code")},
    )
    return code, outputs, tables


def recorded(include):
    """What is recorded of the output that a page includes."""
    return number_records.recorded_output(include)


def menu(items):
    """The pages in a navigation, however deep."""
    for item in items:
        target = next(iter(item.values())) if isinstance(item, dict) else item
        yield from menu(target) if isinstance(target, list) else [target]
