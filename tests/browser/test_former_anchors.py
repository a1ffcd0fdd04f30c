"""An address with an anchor that a page once had opens the page that now has the section, there."""

import json

import pytest
from playwright.sync_api import expect

from tests.support.project import ROOT

FORMER = json.loads((ROOT / "docs/assets/former-anchors.json").read_text(encoding="utf-8"))["guides/debug/"]
MOVED = {anchor: place for anchor, place in FORMER.items() if not place.startswith("guides/debug/#")}
ONE, *OTHERS = list(MOVED)[:: len(MOVED) // 4]
SOME = [ONE, *(pytest.param(anchor, marks=pytest.mark.ci) for anchor in OTHERS)]


@pytest.mark.parametrize("anchor", SOME)
def test_it_leads_to_its_section(anchor, tab, address):
    tab.goto(f"guides/debug/?h=loss#{anchor}")
    page, _, section = MOVED[anchor].partition("#")
    tab.wait_for_url(f"{address}{page}?h=loss{'#' + section if section else ''}")
    assert not section or tab.locator(f"[id='{section}']").is_visible()


@pytest.mark.ci
def test_so_does_a_link_on_the_page_itself_and_no_other_anchor(tab, address):
    tab.goto("guides/debug/#by-message")
    tab.evaluate("location.hash = 'nowhere'")
    tab.evaluate("location.hash = 'cant-call-numpy'")
    tab.wait_for_url(f"{address}guides/debug/autograd/#cant-call-numpy")
    tab.go_back()
    tab.wait_for_url(f"{address}guides/debug/#nowhere")


@pytest.mark.ci
def test_the_list_of_contents_marks_the_section_to_which_it_leads(tab):
    tab.goto("understand/gradient/")
    for entry in tab.locator(".md-sidebar--secondary .md-nav__link").all()[1:4]:
        entry.click()
        marked = tab.locator(".md-sidebar--secondary .md-nav__link--active").last
        expect(marked).to_have_attribute("href", entry.get_attribute("href"))
