"""Each anchor that a page once had leads to its section, also where no script runs: the page links it."""

import json
import shutil
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from tests.support.project import ROOT

FORMER = json.loads((ROOT / "docs/assets/former-anchors.json").read_text(encoding="utf-8"))


def soup(site, page):
    """A page of a site, by its address."""
    return BeautifulSoup((site / page / "index.html").read_text(encoding="utf-8"), "html.parser")


def broken(site, page):
    """The former anchors of a page that lead to no page, or to no section of one."""
    kept = {}
    for anchor, place in FORMER[page].items():
        there, _, section = place.partition("#")
        if there not in kept:
            kept[there] = soup(site, there) if (site / there / "index.html").is_file() else None
        if kept[there] is None or (section and not kept[there].find(id=section)):
            yield anchor


@pytest.mark.parametrize("page", FORMER)
def test_each_leads_to_a_section(page, site):
    assert len(FORMER[page]) > 14 and list(broken(site, page)) == []


def elsewhere(site, former):
    """The anchors that lead to a section of another name, though a section still has theirs."""
    pages = {place.partition("#")[0] for place in former.values()}
    kept = {tag["id"]: page for page in sorted(pages) for tag in soup(site, page).find_all(["h1", "h2", "h3"], id=True)}
    return [each for each, place in former.items() if each in kept and place.partition("#")[2] not in ("", each)]


@pytest.mark.parametrize("page", FORMER)
def test_each_leads_to_the_section_of_its_name_if_there_is_one(page, site):
    assert elsewhere(site, FORMER[page]) == []


@pytest.mark.parametrize("page", FORMER)
def test_the_page_asks_where_and_links_all_that_it_no_longer_holds(page, site):
    html = soup(site, page)
    links = {urljoin(page, link["href"]) for link in html.select("article a[href]")}
    gone = {place for place in FORMER[page].values() if place.partition("#")[0] != page}
    assert len(gone) > 4 and gone - links == set()
    assert html.find("script", src=lambda src: src and src.endswith("assets/former-anchors.js"))


def test_a_wrong_section_is_seen(site):
    former = FORMER["guides/debug/"] | {"cant-call-numpy": "guides/debug/#by-symptom"}
    assert elsewhere(site, former) == ["cant-call-numpy"]


def test_a_section_and_a_page_that_are_gone_are_seen(site, tmp_path):
    shutil.copytree(site / "guides", tmp_path / "guides")
    target = tmp_path / "guides/debug/target/index.html"
    html = target.read_text(encoding="utf-8")
    target.write_text(html.replace('id="class-index-out-of-bounds"', 'id="gone"'), encoding="utf-8")
    (tmp_path / "guides/debug/autograd/index.html").unlink()
    gone = set(broken(tmp_path, "guides/debug/"))
    assert {"class-index-out-of-bounds", "cant-call-numpy", "messages-after-the-loss"} <= gone
    assert "the-loss-is-nan" not in gone
