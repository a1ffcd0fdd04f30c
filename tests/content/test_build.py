"""A strict build shows every recorded number, formulas as MathML and nothing of third parties; a fault publishes nothing."""

import functools
import re

import pytest
from bs4 import BeautifulSoup

from tests.support.built_site import article, recorded, shown
from tests.support.project import ROOT, mkdocs
from tools.examples import snippets, transcripts
from tools.pages import includes, number_records

PAGES = sorted((ROOT / "docs").rglob("*.md"))


def test_every_included_output_is_on_its_page(site):
    shows = [include for include in includes.read(ROOT) if include.end == ".out"]
    assert len(shows) > 20
    for include in shows:
        output, (_, outputs, tables) = recorded(include), shown(site, include.page)
        if output.startswith("| "):
            assert number_records.cells_of_table(output) in tables, include
        else:
            assert output in outputs, include


def test_every_included_code_is_on_its_page(site):
    for include in includes.read(ROOT):
        if include.end == ".py":
            [lines] = [
                include.snippet.read_text(encoding="utf-8").split("\n")[section.first : section.last - 1]
                for section in snippets.read(include.snippet).sections
                if section.name == include.section
            ]
            assert "\n".join(lines) in shown(site, include.page)[0], include


def test_every_formula_is_mathml(site):
    for page in PAGES:
        text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        formulas = len(re.findall(r"\$\$.+?\$\$|\$[^$]+\$", text, flags=re.DOTALL))
        html = article(site, page)
        assert len(html("math")) == formulas, page
        assert "$" not in "".join(t for t in html.find_all(string=True) if t.parent.name not in ("code", "span"))


def test_every_figure_is_inline_with_text_that_says_what_it_shows(site):
    figures = [include for include in includes.read(ROOT) if include.end == ".svg"]
    assert len(figures) >= 2
    for page in {include.page for include in figures}:
        html = article(site, page)
        drawings = html.select("figure.plot svg")
        assert len(drawings) == sum(include.page == page for include in figures)
        for drawing in drawings:
            assert len(drawing.find_parent(role="img")["aria-label"]) > 80 and drawing("text")
        ids = [tag["id"] for tag in html.find_all(id=True)]
        assert len(ids) == len(set(ids)), page


def test_no_page_fetches_anything_from_elsewhere(site):
    fetching = re.compile(
        r"<(?:link|script|img|iframe|source|use|object)\b[^>]*?\b(?:href|src|data)=[\"']?((?:https?:)?//[^\"' >]+)"
    )
    assert fetching.findall('<script async src="//example.org/x.js">')
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not fetching.findall(html), path
        assert 'data-md-component="source"' not in html and 'rel="edit"' not in html
    for path in site.rglob("*.css"):
        assert not re.search(r"@import|url\(\s*[\"']?(https?:)?//", path.read_text(encoding="utf-8")), path


def test_with_a_repository_there_are_edit_links_and_with_an_address_the_rest_is_absolute(copy):
    done = mkdocs(copy, "build", REPO_URL="https://example.org/them/theirs", SITE_URL="https://example.org/below/")
    assert done.returncode == 0, done.stderr
    html = BeautifulSoup((copy / "site/worked-examples/logits-to-loss/index.html").read_text(), "html.parser")
    edit = "https://example.org/them/theirs/edit/main/docs/worked-examples/logits-to-loss.md"
    assert edit in [link["href"] for link in html("a", href=True)]
    assert not html.select("[data-md-component=source]")
    home, page = "https://example.org/below/", "https://example.org/below/worked-examples/logits-to-loss/"
    assert (
        html.select_one("link[rel=canonical]")["href"] == html.select_one("meta[property='og:url']")["content"] == page
    )
    assert f"]({page}index.md): " in (copy / "site/llms.txt").read_text()
    assert f"]({page}index.md)" in (copy / "site/index.md").read_text()
    assert f"]({page}#squared-error)" in (copy / "site/worked-examples/logits-to-loss.ipynb").read_text()
    lost = BeautifulSoup((copy / "site/404.html").read_text(), "html.parser")
    for tag in lost.select("article a[href], link[rel=stylesheet], script[src]"):
        assert (tag.get("href") or tag["src"]).startswith(("/below/", home, "#")), tag


FAULTS = {
    "a digit of a snippet": (
        "snippets/worked-examples/logits-to-loss/softmax.py",
        "2.5",
        "2.6",
        "snippets/worked-examples/logits-to-loss/softmax.out",
    ),
    "a digit of a table": (
        "snippets/worked-examples/logits-to-loss/softmax.out",
        "| 49.7796",
        "| 49.7786",
        "snippets/worked-examples/logits-to-loss/softmax.out",
    ),
    "a section that is not there": ("docs/index.md", "three_steps.py:steps", "three_steps.py:step", "three_steps"),
    "a formula": (
        "docs/worked-examples/logits-to-loss.md",
        r"-\log \frac",
        r"-\lug \frac",
        "docs/worked-examples/logits-to-loss.md:21",
    ),
    "a digit of the prose": (
        "docs/worked-examples/logits-to-loss.md",
        "of 0.6652.",
        "of 0.6653.",
        "0.6653 under 'Softmax: from",
    ),
    "a link": ("docs/index.md", "logits-to-loss.md)", "logits-to-lost.md)", "worked-examples/logits-to-lost.md"),
    "an anchor": ("docs/worked-examples/logits-to-loss.md", "(#squared-error)", "(#squared-errors)", "#squared-errors"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_fails_the_build_names_its_place_and_publishes_nothing(fault, copy):
    path, old, new, named = FAULTS[fault]
    text = (copy / path).read_text(encoding="utf-8")
    assert old in text
    (copy / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    done = mkdocs(copy, "build")
    assert done.returncode != 0 and named in done.stderr
    assert not list(copy.glob("site*"))


def test_a_snippet_that_was_never_recorded_fails_the_build_and_leaves_the_last_good_site(copy):
    (copy / "site").mkdir()
    (copy / "site/index.html").write_text("good")
    (copy / "snippets/index/three_steps.out").unlink()
    done = mkdocs(copy, "build")
    assert done.returncode != 0 and "make record only=index/three_steps.py" in done.stderr
    assert "Traceback" not in done.stderr
    assert (copy / "site/index.html").read_text() == "good" and not (copy / "site.part").exists()
