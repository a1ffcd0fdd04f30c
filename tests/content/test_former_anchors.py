"""Each anchor that a page once had leads to its section, also where no script runs: the page links it."""

import functools
import json
import shutil
from urllib.parse import urljoin

import lxml.html
import pytest

from tests.support.project import ROOT, edit
from tools.maintenance import links

FORMER = json.loads((ROOT / "docs/assets/former-anchors.json").read_text(encoding="utf-8"))


def broken(site, page):
    """The former anchors of a page that lead to no page, or to no section of one."""
    return [anchor for anchor, place in FORMER[page].items() if not links.leads_somewhere(site, place)]


@pytest.mark.parametrize("page", FORMER)
def test_each_leads_to_a_section(page, site):
    assert len(FORMER[page]) > 14 and broken(site, page) == []


@functools.cache
def tree(site, page):
    """A page of a site, by its address."""
    return lxml.html.fromstring((site / page / "index.html").read_text(encoding="utf-8"))


def elsewhere(site, former):
    """The anchors that lead to a section of another name, though a section still has theirs."""
    pages = {place.partition("#")[0] for place in former.values()}
    kept = {anchor for page in pages for anchor in tree(site, page).xpath("//h1/@id | //h2/@id | //h3/@id")}
    return [each for each, place in former.items() if each in kept and place.partition("#")[2] not in ("", each)]


@pytest.mark.parametrize("page", FORMER)
def test_each_leads_to_the_section_of_its_name_if_there_is_one(page, site):
    assert elsewhere(site, FORMER[page]) == []


@pytest.mark.parametrize("page", FORMER)
def test_the_page_asks_where_and_links_all_that_it_no_longer_holds(page, site):
    linked = {urljoin(page, link) for link in tree(site, page).xpath("//article//a/@href")}
    gone = {place for place in FORMER[page].values() if place.partition("#")[0] != page}
    assert len(gone) > 4 and gone - linked == set()
    assert any(source.endswith("assets/former-anchors.js") for source in tree(site, page).xpath("//script/@src"))


def test_a_wrong_section_is_seen(site):
    former = FORMER["guides/debug/"] | {"cant-call-numpy": "guides/debug/#by-symptom"}
    assert elsewhere(site, former) == ["cant-call-numpy"]


def test_a_section_and_a_page_that_are_gone_are_seen(site, tmp_path):
    shutil.copytree(site / "guides", tmp_path / "guides")
    edit(tmp_path / "guides/debug/target/index.html", 'id="class-index-out-of-bounds"', 'id="gone"')
    (tmp_path / "guides/debug/autograd/index.html").unlink()
    gone = set(broken(tmp_path, "guides/debug/"))
    assert {"class-index-out-of-bounds", "cant-call-numpy", "messages-after-the-loss"} <= gone
    assert "the-loss-is-nan" not in gone
