"""The built site shows every recorded number, formulas as MathML, and nothing of third parties."""

import re

import pytest

from tests.support.built_site import article, recorded, shown
from tests.support.gate import refuse
from tests.support.pages import found
from tests.support.project import PAGES, name
from tools.examples.files import Problem
from tools.pages import assertions, fences

FETCHING = re.compile(
    r"<(?:link|script|img|iframe|source|use|object)\b[^>]*?\b(?:href|src|data)=[\"']?((?:https?:)?//[^\"' >]+)"
)
IN_PARAGRAPH = re.compile(r"<p>\s*<(?:div|pre|ul|ol|table|figure|details)\b")
FETCHING_STYLE = re.compile(r"@import|url\(\s*[\"']?(?:https?:)?//")


def missing(site, page):
    """A Problem for each include whose code or output is not on the built page."""
    code, outputs, tables = shown(site, page)
    for include in found().pages[page].includes:
        if include.end == ".py" and found().text(include) not in code:
            yield include.problem("its code is not on the built page")
        if include.end == ".out":
            output = recorded(include)
            is_table = output.startswith("| ")
            is_there = assertions.key(output) in tables if is_table else output in outputs
            if not is_there:
                yield include.problem("its output is not on the built page")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_include_is_on_its_page(page, site):
    refuse(missing(site, page))


def test_no_block_stands_in_a_paragraph(site):
    """As it does where a list goes on right below a block of code, without a line between them."""
    pages = sorted(site.rglob("index.html"))
    assert len(pages) > 40
    refuse(str(page.relative_to(site)) for page in pages if IN_PARAGRAPH.search(page.read_text(encoding="utf-8")))


def test_there_are_includes_of_code_and_output():
    ends = [include.end for include in found().includes]
    assert ends.count(".py") > 20
    assert ends.count(".out") > 20
    assert ends.count(".svg") >= 2


def unrendered(site, page):
    """A Problem for each formula of a page that is not MathML on the built one, as far as they can be counted."""
    text = re.sub(r"`[^`]*`", "", fences.blanked(page.read_text(encoding="utf-8")))
    written, html = re.findall(r"\$\$.+?\$\$|\$[^$]+\$", text, flags=re.DOTALL), article(site, page)
    shown = html.select(".arithmatex:has(math)")  # of which one may be several beside each other
    if len(shown) != len(written):
        yield Problem(page, 0, f"holds {len(written)} formulas, and {len(shown)} are shown")
    for dollar in html.find_all(string=re.compile(r"\$")):
        if dollar.parent.name not in ("code", "span"):
            yield Problem(page, 0, f"shows a dollar sign: {dollar.strip()!r}")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_formula_is_mathml(page, site):
    refuse(unrendered(site, page))


def unfit_figures(site, page):
    """A Problem for each figure that is not inline on the built page, or without a text that says what it shows."""
    html, figures = article(site, page), [each for each in found().pages[page].includes if each.end == ".svg"]
    drawings = html.select(":is(figure.plot, .thumb[aria-hidden=true]) svg")
    if len(drawings) != len(figures):
        yield Problem(page, 0, f'includes {len(figures)} figures, {len(drawings)} of them in <figure class="plot">')
        return
    for figure, drawing in zip(figures, drawings, strict=True):
        if drawing.find_parent(class_="thumb"):  # it only decorates a link
            continue
        image = drawing.find_parent(role="img")
        if not image or len(image.get("aria-label", "")) <= 80:
            yield figure.problem(
                "say in the aria-label of its role=img what one should see, in more than 80 characters"
            )
        if not drawing("text"):
            yield figure.problem("the figure has no labels")
        if "`" in drawing.find_parent("figure").get_text():
            yield figure.problem("write the code in its caption as <code>: Markdown is not read there")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_figure_is_inline_with_text_that_says_what_it_shows(page, site):
    refuse(unfit_figures(site, page))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_two_elements_have_the_same_id(page, site):
    ids = [tag["id"] for tag in article(site, page).find_all(id=True)]
    refuse(Problem(page, 0, f"two elements have the id {each!r}") for each in sorted(set(ids)) if ids.count(each) > 1)


def fetched(site):
    """Each address of a third party that a page or a stylesheet fetches, with the file."""
    for path in [*site.rglob("*.html"), *site.rglob("*.css")]:
        pattern = FETCHING if path.suffix == ".html" else FETCHING_STYLE
        for address in pattern.findall(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(site)}: fetches {address}"


def test_no_page_fetches_anything_from_elsewhere(site):
    assert FETCHING.findall('<script async src="//example.org/x.js">')
    assert FETCHING_STYLE.findall('body { background: url("https://example.org/x.png") }')
    refuse(fetched(site))


def test_without_a_repository_no_page_links_to_one(site):
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert 'data-md-component="source"' not in html, path
        assert 'rel="edit"' not in html, path
