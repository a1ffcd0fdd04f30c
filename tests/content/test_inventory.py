"""Pages hold only what is run, all that is run is shown, every page is in the menu, and every link leads somewhere."""

import itertools

import pytest
from mkdocs.config import load_config

from tests.support import blocks
from tests.support.built_site import html_path, menu
from tests.support.gate import refuse
from tests.support.pages import found, soup
from tests.support.project import NOTEBOOKS, PAGES, ROOT, name
from tools.examples.files import Problem
from tools.maintenance import links
from tools.pages import include_rules

EVERY_PAGE = [*PAGES, *NOTEBOOKS]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_block_of_a_page_is_typed(page):
    text = page.read_text(encoding="utf-8")
    refuse(itertools.chain(blocks.typed(page, text), blocks.unfenced(page, text, soup(page))))


def test_every_snippet_and_section_is_shown():
    refuse(itertools.chain(found().problems, include_rules.problems(found(), {}, {})))
    assert len(found().snippets) > 20


def missing_from_menu():
    """A Problem for each page that the menu does not name, or names twice."""
    named = list(menu(load_config(str(ROOT / "mkdocs.yml")).nav))
    for page in EVERY_PAGE:
        if named.count(name(page)) != 1:
            times = named.count(name(page))
            yield Problem(page, 0, f"stands {times} times in the menu; name it once under nav: in mkdocs.yml")


def test_every_page_is_in_the_menu_once():
    refuse(missing_from_menu())


def broken_links(site):
    """A Problem for each link within the site that leads nowhere."""
    sources = {html_path(site, page).relative_to(site).as_posix(): page for page in EVERY_PAGE}
    for page, address in links.broken(site):
        source = sources.get(page, ROOT / "overrides" / page)
        yield Problem(source, line_of(source, address), f"links to {address}, where nothing is")


def line_of(source, address):
    """The first line of a page with the end of an address, 0 if there is none."""
    end = address.rstrip("/").rpartition("#" if "#" in address else "/")[2]
    lines = source.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if end in line), 0)


def test_every_link_within_the_site_leads_somewhere(site):
    refuse(broken_links(site))
    assert len(list(links.found(site))) > 100
