"""Pages work under a strict Content-Security-Policy, which stops what is planted, and a first visit is light."""

import re

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.support.browser import quiet_tab
from tools.maintenance.audit import __main__ as audit
from tools.site import csp

OTHERS = ["worked-examples/logits-to-loss/", "reference/losses/classification/", "404.html"]
PAGES = ["", "guides/debug/", *(pytest.param(page, marks=pytest.mark.ci) for page in OTHERS)]
INLINE = re.compile(r"<[^>]*\s(style|on\w+)=[^>]*>|<style\b|javascript:")


def test_every_page_has_the_policy_and_nothing_inline_that_it_would_stop(site):
    assert (
        INLINE.search('<td style="text-align: right;">')
        and INLINE.search('<a onclick="x()">')
        and not INLINE.search("<p>style=</p>")
    )
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        [content] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert html.index("Content-Security-Policy") < html.index("<script") and "unsafe" not in content
        assert content == csp.policy(csp.hashes(html), csp.styles(html))
        assert not INLINE.search(re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)), page


def test_the_header_for_a_host_allows_what_every_page_does_and_no_frame(site):
    header = csp.header(site)
    assert header.endswith("; frame-ancestors 'none'") and "unsafe" not in header
    for page in site.rglob("*.html"):
        assert all(allowed in header for allowed in csp.hashes(page.read_text(encoding="utf-8")))


PLANTED = {
    "a script": "<script>document.title = 'planted'</script>",
    "a handler": '<img src="/assets/images/favicon.png" onload="document.title = \'planted\'">',
    "a style": '<p style="position: fixed">planted</p>',
    "a picture from elsewhere": '<img src="http://localhost:9/planted.png">',
    "a base": '<base href="http://localhost:9/">',
}


HEAVY = {"a style", "a base"}  # of other kinds


@pytest.mark.parametrize("fault", [pytest.param(each, marks=[pytest.mark.ci] * (each in HEAVY)) for each in PLANTED])
def test_what_is_planted_into_a_page_is_stopped(fault, site, context):
    """The home page is served with the fault planted; it comes from the same origin as everything else."""
    html = (site / "index.html").read_text(encoding="utf-8").replace("<h1", f"{PLANTED[fault]}<h1", 1)
    heard, elsewhere, tab = [], [], context.new_page()
    tab.on("console", lambda message: heard.append(message.text))
    tab.on("request", lambda request: elsewhere.append(request) if "localhost" in request.url else None)
    tab.route("/", lambda route: route.fulfill(body=html, content_type="text/html"))
    tab.goto("")  # and wait until it has loaded: by then the script or the handler would have run
    assert tab.title() == "Logits to Loss"
    tab.close()
    assert any("Content Security Policy" in text for text in heard)
    assert all(request.failure == "csp" for request in elsewhere)


@pytest.mark.ci
def test_the_markup_is_repaired(site):
    """What no page may have, what each must have; `make audit` shows them to the Nu validator and to axe."""
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        wrong = r'<hr />|<span class="[npow]">|type="checkbox"[^>]*autocomplete|rel="next"|tabindex=""'
        assert not re.search(wrong, html), page
        assert 'role="dialog" aria-label="Search"' in html
        page = BeautifulSoup(html, "html.parser")
        ids = {each["id"] for each in page.find_all(id=True)}
        assert all(each["for"] in ids for each in page.find_all("label", attrs={"for": True}))
        for each in page.find_all(attrs={"aria-labelledby": True}):
            assert page.find(id=each["aria-labelledby"]).text.strip()


@pytest.mark.parametrize("page", PAGES)
def test_a_first_visit_is_light_and_stays_on_the_site(page, browser, address):
    moved, asked = audit.first_visit(browser, address, page)
    assert moved <= audit.FIRST_VISIT and all(url.startswith(address) for url in asked)
    assert len(asked) > 5 and not any("search_index" in url for url in asked)


@pytest.mark.ci
def test_the_index_comes_when_the_reader_turns_to_the_search(tab):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto("worked-examples/logits-to-loss/", wait_until="networkidle")
    assert not any("search_index" in url for url in asked)
    tab.keyboard.press("/")
    tab.keyboard.type("nll")
    tab.locator(".md-search-result__item").first.wait_for()
    assert sum("search_index" in url for url in asked) == 1
    tab.keyboard.press("Enter")
    tab.locator("mark[data-md-highlight]").first.wait_for(state="attached")
    tab.goto("?q=softmax")
    tab.locator(".md-search-result__item").first.wait_for()


@pytest.mark.ci
def test_what_scrolls_sideways_can_be_reached_from_the_keyboard(tab):
    tab.goto("guides/batches/")
    counts = []
    for width in (390, 1440):
        tab.set_viewport_size({"width": width, "height": 800})
        formulas = tab.locator("div.arithmatex")
        counts.append(
            formulas.evaluate_all("(all) => all.filter((each) => each.scrollWidth > each.clientWidth).length")
        )
        expect(tab.locator("div.arithmatex[tabindex='0']")).to_have_count(counts[-1])
    assert counts[0] > counts[1]


@pytest.mark.ci
@pytest.mark.parametrize("system, schemes", [("light", ["default", "slate"]), ("dark", ["slate", "default"])])
def test_the_scheme_is_the_system_s_until_the_reader_chooses(system, schemes, browser, address):
    with browser.new_context(base_url=address) as context, quiet_tab(context, address) as tab:
        choose_the_other_scheme(tab, system, *schemes)


def choose_the_other_scheme(tab, system, one, other):
    """Follow the system's scheme, `one` for `system`, then choose the other; it stays."""
    name = {"default": "Switch to dark mode", "slate": "Switch to light mode"}

    def shown(scheme):
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", scheme)

    tab.emulate_media(color_scheme=system)
    tab.goto("")
    shown(one)
    tab.emulate_media(color_scheme="dark" if system == "light" else "light")
    shown(other)
    tab.emulate_media(color_scheme=system)
    shown(one)
    tab.get_by_role("button", name=name[one]).press("Enter")
    shown(other)
    expect(tab.get_by_role("button", name=name[other])).to_be_focused()
    tab.goto("worked-examples/logits-to-loss/")
    shown(other)
