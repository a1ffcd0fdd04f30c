"""Links within the site are followed, and those to elsewhere are listed."""

import re
import sys

import pytest

from tools.maintenance import links


def test_links_to_elsewhere_are_listed_with_their_pages(site, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["links", str(site)])
    links.main()
    listed = r"^https://blog\.seongbin\.me/\S+\n(    .+\n)*    worked-examples/six-by-three"
    assert re.search(listed, capsys.readouterr().out, re.MULTILINE)


def test_without_a_site_it_says_so(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["links", "nowhere"])
    with pytest.raises(SystemExit, match="^nowhere: no site here; make build$"):
        links.main()


def test_a_broken_link_is_found(tmp_path):
    page = '<h2 id="here">Here</h2><a href="{}">a</a><img src="{}"><a href="https://example.org">b</a>'
    (tmp_path / "a").mkdir()
    (tmp_path / "a/picture.svg").write_text("<svg/>")
    for link, source, expected in [
        ("../a/#here", "picture.svg", []),
        ("../#here", "picture.svg", [("a/index.html", "#here")]),
        ("#there", "picture.svg", [("a/index.html", "a/#there")]),
        ("", "lost.png", [("a/index.html", "a/lost.png")]),
    ]:
        (tmp_path / "index.html").write_text("<p>Home</p>")
        (tmp_path / "a/index.html").write_text(page.format(link, source))
        links.read.cache_clear()
        assert list(links.broken(tmp_path)) == expected
    assert list(links.external(tmp_path)) == ["https://example.org"]
