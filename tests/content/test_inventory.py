"""Pages hold only what is run; all that is run is shown; every page is in the menu; every link within the site leads somewhere."""

import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from mkdocs.config import load_config

from tests.support.built_site import menu
from tests.support.project import ROOT, mkdocs, section
from tools.examples import recording, snippets
from tools.maintenance import links
from tools.pages import includes

PAGES = sorted((ROOT / "docs").rglob("*.md"))
SHELL = {"sh", "console", "bash", "powershell"}


def typed(text, parser):
    """Each block of a page that is not included but typed, and is no shell command: its first line."""
    for token in parser.parse(text):
        if token.type == "fence":
            language = re.split(r"[\s{}.]+", token.info.strip(" {."))[0]
            lines = token.meta.get("shows", token.content.split("\n"))
            wrong = [line for line in lines if line.strip() and not includes.INCLUDE.fullmatch(line.rstrip())]
            if wrong and language not in SHELL:
                yield wrong[0].strip()
        elif token.type in ("html_block", "inline") and re.search(r"<pre\b", token.content):
            yield token.content.strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT / "docs").as_posix())
def test_no_block_of_a_page_is_typed(page, site, pytestconfig):
    text = page.read_text(encoding="utf-8")
    parser = pytestconfig.hook.pytest_markdown_docs_markdown_it()
    assert list(typed(text, parser)) == []
    path = page.relative_to(ROOT / "docs").with_suffix("")
    path = path.parent if path.name == "index" else path
    built = BeautifulSoup((site / path / "index.html").read_text(encoding="utf-8"), "html.parser").find("article")
    assert len(built("pre")) == sum(token.type == "fence" for token in parser.parse(text)), "a block that is no fence"


TYPED = {
    "Python": "```python\nprint(0.4076)\n```\n",
    "output": "``` { .text .output .no-copy }\n0.4076\n```\n",
    "plain": "```\n0.4076\n```\n",
    "a line below an include": '```python\n--8<-- "index/three_steps.py:steps"\nprint(1)\n```\n',
    "in a tab": '=== "Tab"\n\n    ```python\n    x = 1\n    ```\n',
    "in an admonition": "!!! note\n\n    ```text\n    x = 1\n    ```\n",
    "HTML": "<pre>0.4076</pre>\n",
}


@pytest.mark.parametrize("fault", TYPED)
def test_a_typed_block_is_seen(fault, pytestconfig):
    parser = pytestconfig.hook.pytest_markdown_docs_markdown_it()
    assert list(typed("# Page\n\n" + TYPED[fault], parser))
    assert not list(typed("# Page\n\n```sh\nmake serve\n```\n", parser))


def test_every_snippet_and_section_is_shown():
    read, problems = snippets.read_all(ROOT)
    assert len(read) > 20 and not problems
    assert [str(problem) for problem in includes.problems(ROOT, read, {}, {})] == []


def test_data_that_no_seal_covers_is_refused(project):
    page = '# Page\n\n```python\n--8<-- "a/b.py:one"\n```\n\n``` { .text }\n--8<-- "a/data.txt"\n--8<-- "a/c/data.txt"\n```\n'
    files = {
        "docs/index.md": page,
        "snippets/a/b.py": section("x = 1", "one"),
        "snippets/a/data.txt": "1",
        "snippets/a/c/data.txt": "1",
    }
    root = project(files)
    found = [str(problem) for problem in includes.problems(root, snippets.read_all(root)[0], {}, {})]
    assert len(found) == 1 and "snippets/a/c/data.txt, which no seal covers" in found[0]


def test_every_page_is_in_the_menu_once():
    shown = list(menu(load_config(str(ROOT / "mkdocs.yml")).nav))
    assert sorted(shown) == sorted(
        path.relative_to(ROOT / "docs").as_posix() for path in [*PAGES, *recording.find_notebooks(ROOT)]
    )


def test_a_page_that_is_not_in_the_menu_fails_the_build(copy):
    (copy / "docs/lost.md").write_text("# Lost\n", encoding="utf-8")
    done = mkdocs(copy, "build")
    assert done.returncode != 0 and "lost.md" in done.stderr and not (copy / "site").exists()


def test_every_link_within_the_site_leads_somewhere(site):
    assert len(list(links.found(site))) > 100
    assert list(links.broken(site)) == []


def test_links_to_elsewhere_are_listed_with_their_pages(site):
    done = subprocess.run(
        [sys.executable, "-m", "tools.maintenance.links", str(site)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0 and re.search(
        r"^https://blog\.seongbin\.me/\S+\n    worked-examples/six-by-three", done.stdout, re.M
    )
    done = subprocess.run(
        [sys.executable, "-m", "tools.maintenance.links", "nowhere"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode != 0 and done.stderr == "nowhere: no site here; make build\n"


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
        links._read.cache_clear()
        assert list(links.broken(tmp_path)) == expected
    assert list(links.external(tmp_path)) == ["https://example.org"]
