"""The site as Zensical renders it works in a browser, and its policy stops nothing of the theme."""

import pytest
from playwright.sync_api import expect

from tests.support.browser import quiet_tab
from tests.support.project import ROOT
from tools.maintenance import browser as chromium
from tools.pages import project
from tools.site import finish, render, rendered_site

pytestmark = pytest.mark.ci
pytest.importorskip("zensical", reason="Zensical is not installed; `make zensical` installs it")
RESULTS = {
    "bits per byte": "guides/language-models/?h=bits+per+byte#perplexity-and-bits-per-byte",
    "Target 3 is out of bounds": "guides/debug/target/?h=Target+3+is+out+of+bounds#class-index-out-of-bounds",
    "nll_loss": "reference/losses/classification/?h=nll_loss#nllloss",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of the site."""
    folder, found = tmp_path_factory.mktemp("zensical") / "site", project.read(ROOT)
    render.render(found, folder, "zensical")
    assert finish.finish(rendered_site.read(found, folder), found) == []
    server = chromium.serve(folder)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def tab(browser, address):
    """A quiet tab."""
    permissions = ["clipboard-read", "clipboard-write"]
    with browser.new_context(base_url=address, permissions=permissions) as context, quiet_tab(context, address) as tab:
        yield tab


def test_the_search_waits_until_it_is_wanted_and_finds(tab, address):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    box, found = tab.get_by_role("combobox", name="Search"), tab.locator("[role=option]")
    for number, (query, place) in enumerate(RESULTS.items()):
        tab.goto("guides/shapes/", wait_until="networkidle")
        assert sum(url.endswith("/search.json") for url in asked) == number
        tab.keyboard.press("/" if number else "Control+k")
        box.fill(query)
        expect(found.first).to_have_attribute("href", address + place)
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto("")
    tab.locator(".md-header [for=__search]").click()
    box.fill("perplexity")
    expect(found.first).to_contain_text("Perplexity")


def test_the_rest_works_too(tab):
    tab.goto("")
    tab.get_by_role("button", name="Switch to dark mode").click()
    tab.goto("guides/shapes/")
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    block = tab.locator(".highlight:has(button):visible").first
    block.get_by_role("button").first.click()
    code = tab.evaluate("navigator.clipboard.readText()")
    assert code.rstrip("\n") == block.locator("code").inner_text().rstrip("\n")
    tab.goto("calculator/")
    total = tab.locator("loss-calculator .calc-total")
    expect(total).to_have_text("0.4076")
    tab.locator("loss-calculator input[type=number]").first.fill("5")
    expect(total).not_to_have_text("0.4076")
    assert tab.goto("nowhere/nn.NLLLoss").status == 404
    tab.heard.clear()  # the browser notes the status itself
    tab.get_by_role("button", name="Search for").click()
    expect(tab.locator("[role=option]").first).to_contain_text("NLLLoss")
