"""Each page describes itself to search engines, to sites that link to it and to machine readers."""

import pytest
from bs4 import BeautifulSoup

from tests.support import descriptions
from tests.support.built_site import html_path
from tests.support.gate import refuse
from tests.support.project import NOTEBOOKS, PAGES, name
from tools.examples.files import read_text

EVERY_PAGE = [*PAGES, *NOTEBOOKS]


def head(site, page):
    """What the head of a built page says, by name or property."""
    text, _, _ = html_path(site, page).read_text(encoding="utf-8").partition("</head>")
    html = BeautifulSoup(text, "html.parser")
    said = {tag.get("name") or tag.get("property"): tag["content"] for tag in html("meta", content=True)}
    return {**said, "title": html.title.text}


def test_every_page_has_a_description_of_its_own(site):
    refuse(descriptions.unfit({page: head(site, page).get("description", "") for page in EVERY_PAGE}))


def test_pages_are_named_by_their_headings_and_the_menu_which_are_recorded():
    assert [name(page) for page in EVERY_PAGE if "title:" in read_text(page).split("---")[1]] == []


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_a_page_says_the_same_to_all_who_link_to_it(page, site):
    said = head(site, page)
    assert said["og:description"] == said["description"]
    assert said["og:title"] in said["title"]
    assert said["og:site_name"] == "Logits to Loss"
    assert said["og:type"] == ("website" if name(page) == "index.md" else "article")
    assert said["twitter:card"] == "summary"
    assert said["theme-color"]
    assert "og:url" not in said, "nobody knows where this build will be"
