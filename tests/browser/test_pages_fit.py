"""No page is wider than a phone; what is wider scrolls in a frame that the keyboard reaches and that has a name."""

import pytest

from tests.support.project import EVERY_PAGE, name
from tests.support.project import address as address_of

pytestmark = pytest.mark.ci  # every page in Chromium

OPEN_BOXES = """addEventListener("DOMContentLoaded", () =>
    document.querySelectorAll("details").forEach((box) => box.open = true))"""
UNREACHABLE = """() => [...document.querySelectorAll("article *")].filter((each) =>
    each.scrollWidth > each.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(each).overflowX)
    && (each.tabIndex < 0 || !each.ariaLabel)).map((each) => each.outerHTML.slice(0, 120))"""
LABELLED = """() => [...document.querySelectorAll("td")].filter((each) => !each.closest(".stacked")
    && getComputedStyle(each, "::before").content !== "none").map((each) => each.textContent)"""


@pytest.fixture(scope="module")
def phone(context):
    """A tab as wide as a phone, in which all boxes are open; without the theme's script, which takes most time."""
    tab = context.new_page()
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.add_init_script(OPEN_BOXES)
    tab.route("**/bundle*", lambda route: route.abort())
    yield tab
    tab.close()


def measured(phone):
    """The width of a page, and what scrolls in it without being reachable or named within a second."""
    for _ in range(20):  # on a busy machine, what makes them so may not have seen them yet
        if not (unreachable := phone.evaluate(UNREACHABLE)):
            break
        phone.wait_for_timeout(50)
    return phone.evaluate("document.scrollingElement.scrollWidth"), unreachable


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_a_page_fits_a_phone(page, phone):
    phone.goto(address_of(page))
    assert measured(phone) == (390, [])
    assert phone.evaluate(LABELLED) == [], "only the cells of a stacked table have labels"


def test_the_buttons_of_code_fit_a_touch_screen(browser, address):
    with browser.new_context(
        base_url=address, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    ) as touched:
        phone = touched.new_page()
        phone.goto("guides/shapes/")
        phone.locator("article .md-code__button").first.wait_for(state="attached")
        assert phone.evaluate("document.scrollingElement.scrollWidth") == 390


def test_what_is_too_wide_is_seen(phone):
    phone.goto("about:blank")  # no policy there that forbids inline styles
    phone.set_content("<p style='width: 500px'>wide")
    assert measured(phone)[0] > 390
    phone.set_content("<article><div style='overflow-x: auto'><p style='width: 500px'>wide</div></article>")
    width, unreachable = measured(phone)
    assert width == 390 and len(unreachable) == 1
