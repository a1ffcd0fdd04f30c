"""A fault fails the build, names its place and publishes nothing; settings for publishing reach the pages."""

from urllib.parse import parse_qs, urlsplit

import matplotlib.pyplot as plt
import pytest
from bs4 import BeautifulSoup

from tests.support.project import edit, section
from tools.examples import recording


@pytest.mark.ci
def test_with_a_repository_there_are_edit_links_and_with_an_address_the_rest_is_absolute(copy, build):
    done = build(copy, REPO_URL="https://example.org/them/theirs", SITE_URL="https://example.org/below/")
    assert done.exit_code == 0, done.stderr
    html = BeautifulSoup((copy / "site/worked-examples/logits-to-loss/index.html").read_text(), "html.parser")
    edit = "https://example.org/them/theirs/edit/main/docs/worked-examples/logits-to-loss.md"
    assert edit in [link["href"] for link in html("a", href=True)]
    assert not html.select("[data-md-component=source]")
    report = urlsplit(html.select_one(".md-copyright .report")["href"])
    asked = {
        "title": ["Wrong: From logits to a loss"],
        "body": ["On https://example.org/below/worked-examples/logits-to-loss/"],
    }
    assert report.path == "/them/theirs/issues/new" and parse_qs(report.query) == asked
    home, page = "https://example.org/below/", "https://example.org/below/worked-examples/logits-to-loss/"
    assert html.select_one("link[rel=canonical]")["href"] == page
    assert html.select_one("meta[property='og:url']")["content"] == page
    picture = html.select_one("meta[property='og:image']")["content"].removeprefix(home)
    assert plt.imread(copy / "site" / picture).shape == (630, 1200, 4)
    assert f"]({page}index.md): " in (copy / "site/llms.txt").read_text()
    assert f"]({page}index.md)" in (copy / "site/index.md").read_text()
    assert f"]({page}#squared-error)" in (copy / "site/worked-examples/logits-to-loss.ipynb").read_text()
    lost = BeautifulSoup((copy / "site/404.html").read_text(), "html.parser")
    for tag in lost.select("article a[href], link[rel=stylesheet], script[src]"):
        assert (tag.get("href") or tag["src"]).startswith(("/below/", home, "#")), tag


HOME, PAGE = "docs/index.md", "docs/worked-examples/logits-to-loss.md"
SOFTMAX = "snippets/worked-examples/logits-to-loss/softmax"
FAULTS = {
    "a digit of a snippet": (f"{SOFTMAX}.py", "2.5", "2.6", f"{SOFTMAX}.out"),
    "a digit of a table": (f"{SOFTMAX}.out", "| 49.7796", "| 49.7786", f"{SOFTMAX}.out"),
    "a section that is not there": (HOME, "three_steps.py:steps", "three_steps.py:step", "three_steps"),
    "a formula": (PAGE, r"-\log \frac", r"-\lug \frac", f"{PAGE}:33"),
    "a digit of the prose": (PAGE, "that 0.6652 of", "that 0.6653 of", "0.6653 under 'Softmax: from"),
    "a link": (HOME, "logits-to-loss.md)", "logits-to-lost.md)", "worked-examples/logits-to-lost.md"),
    "a script": (HOME, "# ", "<script>alert(1)</script>\n\n# ", "docs/index.md: shows what would run"),
    "a handler": (HOME, "# ", "<p onclick='alert(1)'>x</p>\n\n# ", "<p onclick="),
    "a written image": (HOME, "# ", '<img alt="x" src="data:image/svg+xml,x">\n\n# ', "an image written into it"),
    "a script from elsewhere": (HOME, "# ", "<script src='https://example.org/x.js'></script>\n\n# ", "example.org"),
    "a link that runs": (HOME, "# ", "[x](javascript:alert(1))\n\n# ", "javascript:"),
    "an anchor": (PAGE, "(#squared-error)", "(#squared-errors)", "#squared-errors"),
}


HEAVY = {
    "a formula",
    "a digit of a table",
    "a section that is not there",
    "a handler",
    "a written image",
    "a script from elsewhere",
    "a link that runs",
    "a script",
    "an anchor",
}  # like others of these
CASES = [pytest.param(fault, marks=[pytest.mark.ci] if fault in HEAVY else []) for fault in FAULTS]


@pytest.mark.parametrize("fault", CASES)
def test_a_fault_fails_the_build_names_its_place_and_publishes_nothing(fault, copy, build):
    path, old, new, named = FAULTS[fault]
    edit(copy / path, old, new)
    done = build(copy)
    assert done.exit_code != 0 and named in done.stderr
    assert not list(copy.glob("site*"))


def test_a_snippet_that_was_never_recorded_fails_the_build_and_leaves_the_last_good_site(copy, build):
    (copy / "site").mkdir()
    (copy / "site/index.html").write_text("good")
    (copy / "snippets/index/three_steps.out").unlink()
    done = build(copy)
    assert done.exit_code != 0 and "make record only=index/three_steps.py" in done.stderr
    assert "Traceback" not in done.stderr
    assert (copy / "site/index.html").read_text() == "good" and not list(copy.glob("site.*"))


def test_a_page_that_is_not_in_the_menu_fails_the_build(copy, build):
    (copy / "docs/lost.md").write_text("# Lost\n", encoding="utf-8")
    done = build(copy)
    assert done.exit_code != 0 and "lost.md" in done.stderr and not (copy / "site").exists()


def test_a_script_that_a_snippet_prints_stops_the_build(copy, build, runner):
    snippet = copy / "snippets/index/printed.py"
    snippet.write_text(section("print('<script>alert(1)</script>')", "a"), encoding="utf-8")
    page = '\n```python\n--8<-- "index/printed.py:a"\n```\n\n--8<-- "index/printed.out:a"\n'
    with (copy / "docs/index.md").open("a", encoding="utf-8") as file:
        file.write(page)
    assert not recording.record(copy, "index/printed", runner).problems
    done = build(copy)
    assert done.exit_code != 0 and "docs/index.md: shows what would run as a script, '<script>alert(1)" in done.stderr
    assert not list(copy.glob("site*"))
