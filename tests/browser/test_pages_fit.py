"""No page is wider than a phone; what is wider scrolls in its own frame, which the keyboard reaches and a reader hears named."""

import pytest

from tests.support.project import ROOT

PAGES = sorted(
    path.relative_to(ROOT / "docs").with_suffix("")
    for end in ("md", "py")
    for path in (ROOT / "docs").rglob(f"*.{end}")
)
UNREACHABLE = """() => [...document.querySelectorAll("article *")].filter((each) =>
    each.scrollWidth > each.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(each).overflowX)
    && (each.tabIndex < 0 || !each.ariaLabel)).map((each) => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def phone(browser, address):
    """A tab as wide as a phone, in which boxes stand open; without the theme's own script, whose start takes most of the time."""
    opened = "addEventListener('DOMContentLoaded', () => document.querySelectorAll('details').forEach((box) => box.open = true))"
    with browser.new_context(viewport={"width": 390, "height": 844}, base_url=address) as context:
        context.add_init_script(opened)
        context.route("**/bundle*", lambda route: route.abort())
        yield context.new_page()


def measured(phone):
    """The width of what a page scrolls over, and what scrolls in it without being reachable or named."""
    phone.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return phone.evaluate("document.scrollingElement.scrollWidth"), phone.evaluate(UNREACHABLE)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_fits_a_phone(page, phone):
    phone.goto(f"{page.parent if page.name == 'index' else page}/".removeprefix("./"))
    assert measured(phone) == (390, [])


def test_what_is_too_wide_is_seen(phone):
    phone.goto("about:blank")  # no policy there that forbids inline styles
    phone.set_content("<p style='width: 500px'>wide")
    assert measured(phone)[0] > 390
    phone.set_content("<article><div style='overflow-x: auto'><p style='width: 500px'>wide</div></article>")
    width, unreachable = measured(phone)
    assert width == 390 and len(unreachable) == 1
