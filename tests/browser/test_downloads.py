"""Above each block is a link to its file, which copying the block leaves out."""

import pytest


@pytest.mark.parametrize("width", [390, pytest.param(1440, marks=pytest.mark.ci)])
def test_the_link_is_beside_the_code_and_is_not_copied(width, tab):
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto("worked-examples/logits-to-loss/")
    block = tab.locator(".highlight", has=tab.locator(".to-file")).first
    link, code = block.locator(".to-file"), block.locator("pre")
    box, below = link.bounding_box(), code.bounding_box()
    assert box["y"] + box["height"] <= below["y"] and box["height"] >= 24
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    block.hover()
    block.locator("[data-md-type=copy]").click()
    assert tab.evaluate("navigator.clipboard.readText()").rstrip("\n") == code.locator("code").inner_text().rstrip("\n")
    file = tab.request.get(link.evaluate("link => link.href"))
    assert "F.cross_entropy(logits, target)" in file.text() and file.headers["content-type"].startswith("text/")
