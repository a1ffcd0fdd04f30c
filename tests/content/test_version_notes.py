"""Each page, its Markdown and its notebook say what the records of other versions of torch say of them."""

import pytest

from tests.support.built_site import article
from tests.support.pages import found
from tests.support.project import NOTEBOOKS, PAGES, ROOT, name
from tools.pages import other_versions


@pytest.mark.parametrize("page", [*PAGES, *NOTEBOOKS], ids=name)
def test_the_page_says_it(page, site):
    blocks = other_versions.read(found(), page)
    said = other_versions.describe(found(), blocks)
    html, path = article(site, page), page.relative_to(ROOT / "docs").with_suffix("")
    [foot] = html.select(".versions") or [None]
    assert (foot.text.removesuffix(" What changed in torch") if foot else "") == said
    markdown = site / (path.parent / "index.md" if path.name == "index" else path / "index.md")
    assert (f"*{said}*" in markdown.read_text(encoding="utf-8")) == bool(said)
    if path.parent.name == "worked-examples":
        assert f"*{said}*" in (site / path.with_suffix(".ipynb")).read_text(encoding="utf-8")
    differing = [block for block in blocks if block.variants]
    assert len(html.select("details.elsewhere")) == len(differing)
    for note, block in zip(html.select("details.elsewhere"), differing, strict=True):
        assert [pre.text for pre in note("pre")] == list(block.variants)
        shown = note.find_previous_sibling()
        assert shown["class"][-1] in ("frame", "no-copy", "output", "highlight")
