"""A browser, and tabs in it that show the built site."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.support.browser import quiet_tab
from tools.maintenance import browser as chromium

CALL = """async ([name, called, cases]) => {
    const module = await import(`/assets/calculator/${name}.js`);
    return cases.map((given) => {
        try { return module[called](...given); } catch (error) { return [error.message, error.remedy]; }
    });
}"""


@pytest.fixture(scope="session")
def browser():
    """A Chromium."""
    if not chromium.find():
        (pytest.fail if "CI" in os.environ else pytest.skip)(chromium.MISSING)
    with sync_playwright() as playwright:
        started = chromium.launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(site):
    """The address of the built site."""
    server = chromium.serve(site)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def pages(browser, address):
    """A context for many tabs.

    In a new one Chromium starts a process and compiles every script anew, which takes longer than loading a page. An
    empty tab stays open, so that the process does too.
    """
    clipboard = ["clipboard-read", "clipboard-write"]
    viewport = {"width": 1440, "height": 900}
    context = browser.new_context(base_url=address, viewport=viewport, permissions=clipboard)
    context.new_page()
    return context


@pytest.fixture(scope="session")
def context(browser, address):
    """One context for most tests; those about storage make their own."""
    with pages(browser, address) as context:
        yield context


@pytest.fixture(scope="session")
def still_context(browser, address):
    """One in whose tabs the timers run when a test lets them, by the clock that all tabs of a context share."""
    with pages(browser, address) as context:
        context.clock.install()
        yield context


@pytest.fixture
def tab(context, address):
    """A new quiet tab, 1440 pixels wide."""
    with quiet_tab(context, address) as tab:
        yield tab


@pytest.fixture
def still_tab(still_context, address):
    """A new quiet tab, 1440 pixels wide, whose timers run when a test lets them."""
    with quiet_tab(still_context, address) as tab:
        yield tab


@pytest.fixture
def scriptless(browser, address):
    """A tab in which no script runs."""
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def module(context, address):
    """A function that calls a function of one of the calculator's modules with each of these lists of arguments."""
    with quiet_tab(context, address) as tab:
        tab.goto("calculator/")
        yield lambda name, function, cases: tab.evaluate(CALL, [name, function, cases])
