"""Each page, its Markdown and its notebook say what the records of other versions of torch say of them."""

import pytest

from tests.support.built_site import article
from tests.support.pages import found
from tests.support.project import EVERY_PAGE, address, name
from tools.pages import other_versions


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_the_page_says_it(page, site):
    blocks = other_versions.read(found(), page)
    said = other_versions.describe(found(), blocks)
    html = article(site, page)
    [foot] = html.select(".versions") or [None]
    assert (foot.text.removesuffix(" What changed in torch") if foot else "") == said
    assert (f"*{said}*" in (site / address(page) / "index.md").read_text(encoding="utf-8")) == bool(said)
    if page.parent.name == "worked-examples":
        assert f"*{said}*" in (site / f"worked-examples/{page.stem}.ipynb").read_text(encoding="utf-8")
    differing = [block for block in blocks if block.variants]
    assert len(html.select("details.elsewhere")) == len(differing)
    for note, block in zip(html.select("details.elsewhere"), differing, strict=True):
        assert [pre.text for pre in note("pre")] == list(block.variants)
        shown = note.find_previous_sibling()
        assert shown["class"][-1] in ("frame", "no-copy", "output", "highlight")
