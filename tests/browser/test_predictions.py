"""Predictions are answered by mouse and by keyboard, judged with the reason, remembered, and shown without a script."""

import pytest
from playwright.sync_api import expect

PAGE, TYPED = "understand/temperature/", "#predict-a-temperature-of-four"


def verdict(tab):
    return tab.locator(f"{TYPED} .prediction-verdict")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0.42", "Right. The logits, and so their gaps"),
        ("0,4192", "Right."),
        ("0.17", "Not quite. This divides the probability by 4."),
        ("0.9", "Not quite. It is none of the usual mistakes"),
        ("half", "Type a number."),
    ],
)
def test_a_typed_answer_gets_its_own_sentence(tab, typed, said):
    tab.goto(PAGE)
    tab.locator(f"{TYPED} input").fill(typed)
    tab.keyboard.press("Enter")
    expect(verdict(tab)).to_contain_text(said)


def test_answers_are_kept_in_the_browser_and_printed_at_the_end(browser, address):
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto(PAGE)
        expect(page.locator(f"{TYPED}.answered")).to_have_count(0)
        page.locator(f"{TYPED} input").fill("0.17")
        page.locator(f"{TYPED} form button").click()
        page.reload()
        expect(page.locator(f"{TYPED}.answered")).to_have_count(1)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("#printed-answers")).to_contain_text("0.4192")
        expect(page.locator(f"{TYPED} form")).to_be_hidden()


def test_without_a_script_the_folded_answer_is_there(scriptless):
    scriptless.goto(PAGE)
    scriptless.locator(f"{TYPED} summary").click()
    expect(scriptless.locator(f"{TYPED} li").first).to_be_visible()
    assert not scriptless.locator(f"{TYPED} form").count()
