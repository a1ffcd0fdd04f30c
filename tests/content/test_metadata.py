"""Each page describes itself to search engines, to sites that link to it and to machine readers."""

import pytest

from tests.support import descriptions
from tests.support.built_site import head
from tests.support.gate import refuse
from tests.support.project import EVERY_PAGE, name
from tools.examples.files import read_text


def said_of(page, site):
    """What the head of a built page says, by name or property."""
    html = head(site, page)
    said = {tag.get("name") or tag.get("property"): tag["content"] for tag in html("meta", content=True)}
    return {**said, "title": html.title.text}


def front_matter(page):
    """What stands between the first two lines of dashes of a page, or ""."""
    return "".join(read_text(page).split("---")[1:2])


def test_every_page_has_a_description_of_its_own(site):
    own = [page for page in EVERY_PAGE if "description:" in front_matter(page)]  # others are given that of the site
    refuse(descriptions.unfit({page: said_of(page, site)["description"] if page in own else "" for page in EVERY_PAGE}))


def test_pages_are_named_by_their_headings_and_the_menu_which_are_recorded():
    assert [name(page) for page in EVERY_PAGE if "title:" in front_matter(page)] == []


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_a_page_says_the_same_to_all_who_link_to_it(page, site):
    said = said_of(page, site)
    assert said["og:description"] == said["description"]
    assert said["og:title"] in said["title"]
    assert said["og:site_name"] == "Logits to Loss"
    assert said["og:type"] == ("website" if name(page) == "index.md" else "article")
    assert said["twitter:card"] == "summary"
    assert said["theme-color"]
    assert "og:url" not in said, "nobody knows where this build will be"
