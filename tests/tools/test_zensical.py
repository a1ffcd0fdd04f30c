"""What Zensical has rendered is finished as MkDocs' pages are, and whatever differs between the two is found."""

import json
import re
import shutil
import sys

import pytest
from bs4 import BeautifulSoup

from tests.support import small_site
from tests.support.project import edit
from tools.maintenance import compare_zensical
from tools.pages import project
from tools.site import csp, finish, render, rendered_site

pytestmark = pytest.mark.ci
pytest.importorskip("zensical", reason="Zensical is not installed; `make zensical` installs it")
HOME, EXAMPLE = "index.html", "worked-examples/logits-to-loss/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small site that Zensical has rendered, finished."""
    root = tmp_path_factory.mktemp("small")
    small_site.write(root)
    found = project.read(root)
    render.render(found, root / "site", "zensical")
    assert finish.finish(rendered_site.read(found, root / "site"), found) == []
    return root / "site"


def test_no_page_lacks_what_finishing_adds(site):
    assert sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")) == ["404.html", HOME, EXAMPLE]
    for page in HOME, EXAMPLE, "404.html":
        html = (site / page).read_text(encoding="utf-8")
        assert f'content="{csp.policy(csp.hashes(html), {csp.SEARCH_STYLE})}"' in html
        assert 'rel="canonical"' not in html
    for page in HOME, EXAMPLE:
        path = site / page
        html = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        links = [link["href"] for link in html.select("a.to-file")]
        assert links and all((path.parent / link).is_file() for link in links)
        assert (path.parent / html.find("link", type="text/markdown")["href"]).read_text().startswith("# ")
        assert html.select_one("p.versions")
    [link] = BeautifulSoup((site / EXAMPLE).read_text(encoding="utf-8"), "html.parser").select(".to-forms a[download]")
    assert json.loads((site / "worked-examples/logits-to-loss" / link["href"]).read_text())["cells"]
    assert "worked-examples/logits-to-loss/index.md" in (site / "llms.txt").read_text()


PLANTED = {
    "a digit of an output": (HOME, "49.7796", "49.7786"),
    "a space of the code": (HOME, '  <span class="c1">', ' <span class="c1">'),
    "a formula": (EXAMPLE, "<mi>", "<mn>"),
    "a link to a file": (EXAMPLE, "/softmax.py", "/softmin.py"),
    "a link of the menu": (HOME, 'class="md-nav__link"', 'class="md-nav__link" hidden'),
    "the description": (HOME, 'name="description" content="', 'name="description" content="Not '),
    "the policy": (EXAMPLE, "connect-src 'self'", "connect-src *"),
    "no policy": (EXAMPLE, 'http-equiv="Content-Security-Policy"', ""),
    "a script of ours": (HOME, "assets/reach.js", "assets/reach.mjs"),
    "the Markdown": ("index.md", "Logits", "logits"),
    "the notebook": ("worked-examples/logits-to-loss.ipynb", "Logits", "logits"),
    "a snippet": ("snippets/index/three_steps.py", "2.5", "2.50"),
    "an address in the search": ("search.json", "logits-to-loss/#", "logits-to-loss/##"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_difference_is_found(fault, site, tmp_path):
    path, old, new = PLANTED[fault]
    other = shutil.copytree(site, tmp_path / "site")
    edit(other / path, old, new)
    found = list(compare_zensical.differences(compare_zensical.read(site), compare_zensical.read(other)))
    name = "search index" if path == "search.json" else path
    assert found and all(line.startswith(f"{name}: ") for line in found)
    wrong = [line for line in found if not re.match("search index: [-+]text of ", line)]  # which names its entry
    assert wrong and compare_zensical.judge(found)[1][: len(wrong)] == wrong  # none of them is known


def test_a_file_that_only_one_has_is_found(site, tmp_path):
    other = shutil.copytree(site, tmp_path / "site")
    (other / "llms.txt").unlink()
    one, two = compare_zensical.read(site), compare_zensical.read(other)
    assert list(compare_zensical.differences(one, one)) == []
    assert list(compare_zensical.differences(one, two)) == ["llms.txt: only by MkDocs"]
    assert list(compare_zensical.differences(two, one)) == ["llms.txt: only by Zensical"]


def test_a_finished_site_is_not_finished_again(site):
    found = project.read(site.parent)
    before = {path: path.read_bytes() for path in site.rglob("*.*") if path.is_file()}
    wrong = list(map(str, finish.finish(rendered_site.read(found, site), found)))
    assert len(wrong) == 2 and all("is finished already; render the site anew" in each for each in wrong)
    assert {path: path.read_bytes() for path in site.rglob("*.*") if path.is_file()} == before


def test_a_known_difference_that_is_none_any_more_is_wrong():
    known, wrong = compare_zensical.judge(["sitemap.xml.gz: only by MkDocs", "index.md: -1"])
    assert sum(line.startswith("    1  ") for line in known) == 1
    assert wrong[0] == "index.md: -1" and len(wrong) == len(compare_zensical.KNOWN)


def test_a_planted_script_is_refused(copy, monkeypatch):
    home = copy / "docs/index.md"
    home.write_text(home.read_text(encoding="utf-8") + "\n<script>alert(1)</script>\n", encoding="utf-8")
    render.render(project.read(copy), copy / "rendered", "zensical")
    monkeypatch.chdir(copy)
    monkeypatch.setattr(sys, "argv", ["finish", "rendered"])
    with pytest.raises(SystemExit, match=r"index\.md: shows what would run as a script, '<script>alert\(1\)"):
        finish.main()
    assert not (copy / "site").exists()
