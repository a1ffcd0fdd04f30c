"""At an address where there is no page, a reader is helped on, and the address stays text."""

import pytest

HOSTILE = "guides/%3Cimg%20src=x%20onerror=alert(1)%3E/nn.NLLLoss%22%3Cb%3E.html"


@pytest.mark.ci
def test_the_page_offers_ways_on(tab):
    assert tab.goto(HOSTILE).status == 404
    assert tab.heard.pop().startswith("console: Failed to load resource")  # the page itself, which is not there
    said = tab.locator("#wrong-address")
    assert said.text_content() == ': /guides/<img src=x onerror=alert(1)>/nn.NLLLoss"<b>.html'
    assert said.locator("*").count() == tab.locator("#search-for q *").count() == 0
    offer = tab.get_by_role("button", name="Search for")
    assert offer.text_content() == "Search for NLLLoss"
    for way in "Learn", "Look up", "Debug", "The home page":
        link = tab.get_by_role("article").get_by_role("link", name=way, exact=True)
        assert tab.request.get(link.evaluate("link => link.href")).ok
    assert "noindex" in tab.locator("meta[name=robots]").get_attribute("content")

    offer.click()
    tab.locator(".md-search-result__item a").first.wait_for()
    assert tab.locator("[data-md-component=search-query]").input_value() == "NLLLoss"
    assert "NLLLoss" in tab.locator(".md-search-result__list").text_content()


def test_an_address_without_words_or_not_in_utf8_is_shown_as_it_is(tab):
    for path, shown in ("--", ": /--"), ("%FF%FE.", ": /%FF%FE."):
        assert tab.goto(path).status == 404
        tab.heard.clear()
        assert tab.locator("#wrong-address").text_content() == shown
        assert not tab.locator("#search-for").is_visible()
