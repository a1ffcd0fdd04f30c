"""The built pages, as a reader's browser shows them."""


def test_a_page_is_quiet_and_asks_nobody_else(tab):
    tab.goto("worked-examples/logits-to-loss/")
    assert tab.locator("h1").inner_text().startswith("From logits to a loss")


def test_a_wrong_address_shows_the_site_s_own_page(tab):
    assert tab.goto("no/such/page/").status == 404
    assert "There is no page at this address" in tab.inner_text("body")
    tab.heard.clear()  # the browser notes the status itself
