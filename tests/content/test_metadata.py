"""Each page describes itself to search engines, to sites that link to it and to machine readers."""

import pytest
from bs4 import BeautifulSoup

from tests.support.project import ROOT

PAGES = sorted(path for path in (ROOT / "docs").rglob("*.*") if path.suffix in (".md", ".py"))


def head(site, page):
    """What the head of a built page says, by name or property."""
    path = page.relative_to(ROOT / "docs").with_suffix("")
    path = path.parent if path.name == "index" else path
    html, _, _ = (site / path / "index.html").read_text(encoding="utf-8").partition("</head>")
    html = BeautifulSoup(html, "html.parser")
    return {tag.get("name") or tag.get("property"): tag["content"] for tag in html("meta", content=True)} | {
        "title": html.title.text
    }


def unfit(descriptions):
    """The pages whose description is missing, too short to tell, too long to be shown whole, or that of another page."""
    texts = list(descriptions.values())
    return [page for page, text in descriptions.items() if not 50 <= len(text or "") <= 160 or texts.count(text) > 1]


def test_every_page_has_a_description_of_its_own(site):
    heads = {page.relative_to(ROOT).as_posix(): head(site, page) for page in PAGES}
    assert unfit({page: said.get("description") for page, said in heads.items()}) == []
    for page, said in heads.items():
        assert said["og:description"] == said["description"] and said["og:title"] in said["title"], page
        assert said["og:site_name"] == "Logits to Loss" and said["twitter:card"] == "summary" and said["theme-color"], (
            page
        )
        assert said["og:type"] == ("website" if page == "docs/index.md" else "article")
        assert "og:url" not in said, "nobody knows where this build will be"


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "Too short to say what is there.",
        "x" * 161,
        "That of another page, word for word, and long enough otherwise.",
    ],
)
def test_an_unfit_description_is_seen(text):
    fit = {
        "a": "That of another page, word for word, and long enough otherwise.",
        "c": "A page about the softmax of three logits and its loss.",
    }
    assert unfit(fit) == [] and "b" in unfit(fit | {"b": text})
