"""What stands beside the pages: notebooks that print what they show, each block's file, every page as Markdown."""

import copy
import posixpath
import re
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File
from nbclient import NotebookClient

from tests.support.built_site import article, head, recorded
from tests.support.pages import found
from tests.support.project import PAGES, ROOT, address, name, section
from tools.examples import snippets
from tools.examples.files import Problem
from tools.examples.snippets import DATA
from tools.pages import includes, other_versions
from tools.site import llms_txt, page_to_markdown, page_to_notebook, rendered_site, source_links

EXAMPLES = sorted(path for path in (ROOT / "docs/worked-examples").iterdir() if path.suffix in (".md", ".py"))
EXERCISES = sorted((ROOT / "docs/learn/exercises").iterdir())


def notebook_path(site, page):
    """Where in the site the notebook of a page is."""
    return (site / page.relative_to(ROOT / "docs")).with_suffix(".ipynb")


def read(site, page):
    """The notebook of a page as it is downloaded."""
    return nbformat.read(notebook_path(site, page), as_version=4)


def printed(notebook):
    """What each code cell prints, and the types of what it shows."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            values = [
                output.data["text/plain"] + "\n" for output in cell.outputs if output.output_type == "execute_result"
            ]
            text = "".join(
                [output.text for output in cell.outputs if output.output_type == "stream" and output.name == "stdout"]
                + values
            )
            shown = {kind for output in cell.outputs if output.output_type == "display_data" for kind in output.data}
            yield (
                text,
                shown & {"image/svg+xml"},
                [o.output_type for o in cell.outputs if o.output_type in ("error", "execute_result")],
            )


@pytest.mark.parametrize("page", [*EXAMPLES, *EXERCISES], ids=lambda page: page.stem)
def test_a_notebook_holds_the_page_and_its_outputs(page, site):
    notebook = read(site, page)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    built = article(site, page)
    blocks = [
        block.text.rstrip("\n")
        for block in built.select(".to-file[href$='.py'] + pre" if page.suffix == ".md" else ":not(.output) > pre")
    ]
    assert (
        blocks
        and [cell.source.rstrip("\n") for cell in code][-len(blocks) :] == blocks
        and len(code) - len(blocks) <= 1
    )
    outputs = [text for text, _, _ in printed(notebook) if text]
    if page.suffix == ".md":
        assert outputs == [recorded(include) for include in found().pages[page].includes if include.end == ".out"]
    else:
        assert outputs == [block.text for block in built.select(".output code")]
    assert sum(bool(drawn) for _, drawn, _ in printed(notebook)) == len(built.select("figure.plot"))
    assert "8<" not in text and "!!!" not in text and "???" not in text and not re.search(r"\{ ?[:.#]", text)
    assert not re.search(r"\]\((?!https?:)", text), "a link that leads nowhere from a downloaded notebook"
    [link] = built.select("h1 + .to-forms a[download]")
    assert (site / address(page) / link["href"]).resolve() == notebook_path(site, page).resolve()


def run_in_kernel(notebook, folder):
    """A copy of a notebook after a kernel has run it in a folder."""
    run = copy.deepcopy(notebook)
    NotebookClient(run, timeout=100, resources={"metadata": {"path": str(folder)}}).execute()
    return run


@pytest.mark.ci
def test_a_notebook_prints_the_same_in_a_kernel(site, tmp_path):
    shown = read(site, ROOT / "docs/worked-examples/iris-two-ways.md")  # it needs a data file, and draws a figure
    run = run_in_kernel(shown, tmp_path)
    assert list(printed(run)) == list(printed(shown))
    cell = next(cell for cell in shown.cells if cell.get("outputs"))
    cell.outputs[0].text = cell.outputs[0].text.replace("5.1000", "5.1001")
    assert list(printed(run)) != list(printed(shown)), "a changed digit is seen"


@pytest.mark.ci
def test_a_notebook_of_exercises_prints_the_same_in_a_kernel(site, tmp_path):
    shown = read(site, ROOT / "docs/learn/exercises/broken-loops.md")
    assert list(printed(run_in_kernel(shown, tmp_path))) == list(printed(shown))


def test_the_same_page_makes_the_same_notebook(site):
    rendered = rendered_site.read(found(), site)
    for page in rendered.pages:
        source = Path(page.file.abs_src_path)
        if source in EXAMPLES[:2]:
            foot = other_versions.describe(found(), other_versions.read(found(), source))
            notebook = (site / f"worked-examples/{source.stem}.ipynb").read_text(encoding="utf-8")
            assert page_to_notebook.convert(page, rendered, found(), foot) == notebook


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_block_links_to_its_file(page, site):
    shown = [include.snippet for include in found().pages[page].includes if include.end in {".py", *DATA}]
    html = article(site, page)
    linked = [
        posixpath.normpath(posixpath.join(f"/{address(page)}", link["href"]))
        for link in html.select(".highlight > .to-file")
    ]
    assert linked == [f"/{path.relative_to(ROOT).as_posix()}" for path in shown]
    assert len(html.select(".highlight:not(.output) > pre")) - len(linked) == len(html.select(".language-sh"))
    for path in set(shown):
        assert (site / path.relative_to(ROOT)).read_bytes() == path.read_bytes()
        for data in snippets.read(path).data if path.suffix == ".py" else ():
            assert (site / data.relative_to(ROOT)).exists(), "it would not run when downloaded"
    for link in html.select(".to-file"):
        assert link.text in link["aria-label"]


def test_a_block_that_is_not_its_include_gets_no_link_and_is_refused(project):
    text = '# Page\n\n```python\n--8<-- "a/b.py:one"\n```\n'
    root = project({"docs/index.md": text, "snippets/a/b.py": section('print("<1>")', "one")})
    [include] = includes.read(root, root / "docs/index.md")
    shown = include, 'print("<1>")'
    code = '<span class="nb">print</span>(&quot;&lt;{}&gt;&quot;)\n'
    block = f'<div class="highlight"><pre><span></span><code>{code}</code></pre></div>'
    typed = '<div class="language-sh highlight"><pre><code>make serve\n</code></pre></div>'
    html = typed + block.format(1)
    [(place, link)] = source_links.links(html, [shown], lambda path: f"../{path}")
    assert html[place:].startswith("<pre>") and place > len(typed) and 'href="../a/b.py"' in link
    with pytest.raises(Problem, match="docs/index.md:4: the block that shows b.py is not found"):
        source_links.links(typed + block.format(2), [shown], str)
    with pytest.raises(Problem):
        source_links.links(block.format(1), [shown, shown], str)


@pytest.mark.parametrize("repository", ["https://github.com/them/theirs.git", "https://example.org/them/theirs", ""])
def test_a_repository_that_colab_can_open_has_a_link_to_it(repository):
    file = File("worked-examples/a.md", "docs", "site", use_directory_urls=True)
    page = SimpleNamespace(is_homepage=False, file=file, url=file.url)
    links = source_links.links_to_forms("<h1>A</h1>", page, repository)
    there = "https://colab.research.google.com/github/them/theirs/blob/notebooks/worked-examples/a.ipynb"
    assert (f'href="{there}"' in links) == ("github" in repository) and links.count("colab") == ("github" in repository)


def test_the_marks_in_the_name_of_a_page_are_escaped_in_each_link_to_it():
    file = File('worked-examples/<b>&"a.md', "docs", "site", use_directory_urls=True)
    page = SimpleNamespace(is_homepage=False, file=file, url=file.url, title="A", meta={})
    links = source_links.links_to_forms("<h1>A</h1>", page, "https://github.com/them/theirs")
    links += source_links.link_to_markdown("<head></head>", page)
    assert links.count("%3Cb%3E%26%22a") == 2 and "<b>" not in links and "&" not in links
    config = SimpleNamespace(site_name="A", site_description="B", site_url="")
    listed = llms_txt.write(SimpleNamespace(config=config, pages=[page], section=lambda _: "Pages"))
    assert "- [A](worked-examples/%3Cb%3E%26%22a/index.md)\n" in listed


def links(text):
    """The targets of the links and images of a Markdown text."""
    text = re.sub(r"(`+).*?\1|\$\$.*?\$\$|\$.*?\$", "", text, flags=re.DOTALL)
    return [
        target for target in re.findall(r"\]\(([^()\s]+)\)", text) if not target.startswith(("http:", "https:", "#"))
    ]


@pytest.mark.parametrize("page", [*PAGES, *EXAMPLES[:1]], ids=name)
def test_every_page_is_there_as_markdown(page, site):
    file = site / address(page) / "index.md"
    text = file.read_text(encoding="utf-8")
    begun = r"^(\{ data-|!!!|\?\?\?|=== |description:|</?(div|figure)).*"
    left = re.search(rf"^.*(-8<-.*|\{{ ?[:.#].*)|{begun}", text, re.MULTILINE)
    assert not left, f"its Markdown holds {left[0]!r}: write it in the form that CONTRIBUTING shows, line by line"
    assert text.startswith("# ")
    html = article(site, page)
    assert len(re.findall(r"^ *```+(python|text|sh)$", text, re.M)) == len(html.select(".highlight > pre"))
    for block in html.select("pre code"):
        lines = [line for line in block.text.split("\n") if line.strip()]
        assert all(line in text for line in lines), lines
    assert len(re.findall(r"^!\[.{80,}\]\(.*\.svg\)$", text, re.M)) == len(html.select("figure.plot"))
    for target in links(text):
        assert (file.parent / target.partition("#")[0]).is_file(), target
    assert head(site, page).select_one('link[rel~=alternate][type="text/markdown"]')["href"] == "index.md"


def test_markdown_of_boxes_and_links():
    note = '!!! note "A `b`"\n    Text,\n    more.\n\n    Last.\n'
    example = '??? example "Code"\n\n    ```python\n    if x:\n        y\n    ```\nEnd.'
    box = f"{note}\nBelow.\n\n{example}"
    assert page_to_markdown.unbox(box) == (
        "> **A `b`**\n>\n> Text,\n> more.\n>\n> Last.\n\nBelow.\n\n**Code**\n\n```python\nif x:\n    y\n```\n\nEnd."
    )
    lists = "Of links\n{ data-x }\n\n> Said.\n> {: .a }\n\n# B { #c }\n{ x: 1 }\n"
    assert page_to_markdown.strip_elements(lists) == "Of links\n\n> Said.\n\n# B\n{ x: 1 }\n"
    text = "[`a[0]` b](c.md#d), `[not](e.md)`, ![image](f.md)\n\n```\n[nor](g.md)\n```\n[gone](h.md) and [there](https://i)"
    addresses = {"c.md#d": "C", "https://i": "https://i"}
    assert page_to_markdown.relink(text, addresses.get) == text.replace("c.md#d", "C").replace("[gone](h.md)", "gone")


def menu(items):
    """The pages in a navigation, however deep."""
    for item in items:
        target = next(iter(item.values())) if isinstance(item, dict) else item
        yield from menu(target) if isinstance(target, list) else [target]


def test_llms_txt_lists_every_page_in_the_order_of_the_menu(site):
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert re.match(r"# Logits to Loss\n\n> .+\n", text)
    entries = re.findall(r"^- \[(.+?)\]\((.+?)\): (.{50,})$", text, re.M)
    assert len(entries) == len(re.findall("^- ", text, re.M)) and len(
        {description for *_, description in entries}
    ) == len(entries)
    pages_in_order = [
        re.sub(r"(index)?\.(md|py)$", "", page) for page in menu(load_config(str(ROOT / "mkdocs.yml")).nav)
    ]
    assert [path.removesuffix("index.md").rstrip("/") for _, path, _ in entries] == [
        page.rstrip("/") for page in pages_in_order
    ]
    assert all((site / path).is_file() for _, path, _ in entries)
    whole = (site / "llms-full.txt").read_text(encoding="utf-8")
    assert all((site / path).read_text(encoding="utf-8") in whole for _, path, _ in entries)
