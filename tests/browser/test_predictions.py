"""Predictions are answered by mouse and by keyboard, judged with the reason, remembered, and shown without a script."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.browser import quiet_tab

PAGE, TYPED = "understand/temperature/", "#predict-a-temperature-of-four"
STORAGE = {
    "blocked": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException(); } })",
    "of another kind": "for (const name of ['predictions', 'scheme']) localStorage.setItem(`/.__${name}`, '5')",
    "garbage": "for (const name of ['predictions', 'scheme']) localStorage.setItem(`/.__${name}`, '{')",
}


def verdict(tab):
    return tab.locator(f"{TYPED} .prediction-verdict")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0.42", "Right. The logits are divided by 4"),
        pytest.param("0,4192", "Right.", marks=pytest.mark.ci),
        ("0.17", "Not quite. This divides the probability by 4."),
        pytest.param("0.9", "Not quite. It is none of the usual mistakes", marks=pytest.mark.ci),
        ("half", "Type a number."),
        pytest.param("1e400", "Type a number.", marks=pytest.mark.ci),
    ],
)
def test_a_typed_answer_gets_its_own_sentence(tab, typed, said):
    tab.goto(PAGE)
    tab.locator(f"{TYPED} input").fill(typed)
    tab.keyboard.press("Enter")
    expect(verdict(tab)).to_contain_text(said)


@pytest.mark.ci
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


@pytest.mark.parametrize("kind", ["blocked", *(pytest.param(each, marks=pytest.mark.ci) for each in list(STORAGE)[1:])])
def test_storage_that_is_of_no_use_is_as_if_empty(kind, browser, address):
    with browser.new_context(base_url=address) as context, quiet_tab(context, address) as tab:
        tab.add_init_script(STORAGE[kind])
        tab.goto(PAGE)
        tab.locator(f"{TYPED} input").fill("0.42")
        tab.keyboard.press("Enter")
        expect(tab.locator(f"{TYPED}.answered")).to_contain_text("Right.")
        tab.get_by_role("button", name="Switch to dark mode").press("Enter")
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        tab.goto("learn/")
        expect(tab.get_by_text("You stopped at")).to_have_count(0)


@pytest.mark.ci
def test_answers_to_questions_that_are_gone_never_make_more_than_all(browser, address):
    with browser.new_context(base_url=address) as context, quiet_tab(context, address) as tab:
        tab.goto("learn/")
        former = {f"{PAGE}#former-{n}": True for n in range(30)}
        tab.evaluate("(former) => __md_set('__predictions', former)", former)
        tab.reload()
        expect(tab.get_by_role("cell", name=re.compile(r"^\d+ of \d+$"))).to_have_text(re.compile(r"^(\d+) of \1$"))


def test_without_a_script_the_folded_answer_is_there(scriptless):
    scriptless.goto(PAGE)
    scriptless.locator(f"{TYPED} summary").click()
    expect(scriptless.locator(f"{TYPED} li").first).to_be_visible()
    assert not scriptless.locator(f"{TYPED} form").count()
