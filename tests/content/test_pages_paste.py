"""All Python blocks of a page, pasted from top to bottom into one interpreter, print what the page shows below each.

That each block runs is also tested one by one, by pytest-markdown-docs (see conftest.py at the top).
"""

import re
import shutil

import pytest

from tests.support.project import ROOT
from tools.examples import snippets, transcripts
from tools.examples.sections import Section
from tools.examples.snippets import Snippet
from tools.pages import includes

PAGES = sorted((ROOT / "docs").rglob("*.md"))


def recorded(line):
    """What the record says that the section on this include line prints."""
    match = includes.INCLUDE.fullmatch(line.rstrip())
    snippet = snippets.read((ROOT / "snippets" / match["file"]).with_suffix(".py"))
    return transcripts.recorded_outputs(snippet)[match["section"]]


def test_finds_blocks_in_tabs_and_admonitions(pytestconfig):
    page = '=== "Tab"\n\n    ```python\n    --8<-- "index/three_steps.py:steps"\n    ```\n\n!!! note\n\n    ```python\n    x = 1\n    ```\n'
    tokens = [t for t in pytestconfig.hook.pytest_markdown_docs_markdown_it().parse(page) if t.type == "fence"]
    assert tokens[0].content.startswith("import torch\n") and "8<" not in tokens[0].content
    assert tokens[1].content == "x = 1\n" and tokens[1].info == "python continuation"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT / "docs").as_posix())
def test_pasted_blocks_print_what_the_page_shows(page, pytestconfig, runner, tmp_path):
    tokens = pytestconfig.hook.pytest_markdown_docs_markdown_it().parse(page.read_text(encoding="utf-8"))
    blocks = [token for token in tokens if "shows" in token.meta]
    lines, sections, expected = [], [], {}
    for number, block in enumerate(blocks):
        first = len(lines) + 1
        lines += ["#", *block.content.rstrip("\n").split("\n"), "#"]
        sections.append(Section(f"block-{number}", first, len(lines)))
        expected[f"block-{number}"] = "".join(recorded(line) for line in block.meta["shows"] if line.strip())
    pasted = tmp_path / "pasted.py"
    pasted.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for path in snippets.mirror(page, ROOT).glob("*"):
        if path.suffix in snippets.DATA:
            shutil.copy(path, tmp_path)
    [run] = runner.run([Snippet(pasted, pasted.read_text(encoding="utf-8"), sections)])
    assert run.problem is None, str(run.problem)
    assert run.outputs == expected


def test_no_python_block_is_missed(pytestconfig):
    """A parser that lost fences would make the tests above empty."""
    parser = pytestconfig.hook.pytest_markdown_docs_markdown_it()
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        found = [token for token in parser.parse(text) if "shows" in token.meta]
        assert len(found) == len(re.findall(r"^\s*```[ {.]*python", text, re.MULTILINE)), page
