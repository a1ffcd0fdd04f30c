"""Pasting finds all blocks of a page, and refuses one that raises or does not print what the page shows."""

import re
from types import SimpleNamespace

import pytest

from tests.support import gate, pasting
from tests.support.project import PAGES, name, section
from tools.examples import recording

BLOCK = '```python\n--8<-- "page/x.py:{}"\n```\n\n'
SNIPPET = section("import math", "load") + section("print(math.pi)\nprint(2)", "use")


@pytest.fixture
def paste(project, runner):
    """A function that pastes the blocks of a page of a small project; its problems as texts."""

    def paste(page):
        root = project({"docs/page.md": page, "snippets/page/x.py": SNIPPET})
        assert recording.record(root, runner=runner).ok
        [token] = pasting.Parser(root).parse(page)
        return [str(problem) for problem in pasting.problems(root, root / "docs/page.md", token.content, runner)]

    return paste


def test_finds_blocks_in_tabs_and_admonitions():
    page = (
        '=== "Tab"\n\n    ```python\n    --8<-- "index/three_steps.py:steps"\n    ```\n\n'
        "!!! note\n\n    ```python\n    x = 1\n    ```\n"
    )
    [token] = pasting.Parser().parse(page)
    assert token.type == "fence" and token.info == "python fixture:runner"
    first, second = re.findall(r"# --8<-- \[start:(line-\d+)\]\n(.*\n)", token.content)
    assert first == ("line-3", "import torch\n") and second == ("line-9", "x = 1\n")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_python_block_is_missed(page):
    text = page.read_text(encoding="utf-8")
    assert len(pasting.python_blocks(text)) == len(re.findall(r"^\s*(?:`{3,}|~{3,}).*\bpy", text, re.MULTILINE))


def test_passes_what_prints_what_is_recorded(paste):
    assert paste(BLOCK.format("load") + BLOCK.format("use")) == []


def test_an_output_that_differs_is_refused(paste):
    [problem] = paste(BLOCK.format("load") + "```python\nmath.pi = 3\n```\n\n" + BLOCK.format("use"))
    assert re.search(r"docs/page\.md:9: .* this block prints '3\\n', expected '3\.14\d+\\n'", problem)


def test_a_block_that_raises_is_refused(paste):
    [problem] = paste(BLOCK.format("load") + "Text.\n\n```python\nx = 1\n1 / 0\n```\n")
    assert re.search(r"docs/page\.md:7: .* this block raises ZeroDivisionError: division by zero$", problem)


def test_an_import_that_no_block_above_has_made_is_seen(paste):
    [problem] = paste(BLOCK.format("use"))
    assert re.search(r"docs/page\.md:1: .* this block raises NameError: name 'math' is not defined", problem)


def test_a_block_that_writes_to_standard_error_is_refused(paste):
    [problem] = paste("```python\nimport sys\nprint('oops', file=sys.stderr)\n```\n")
    assert re.search(r"docs/page\.md:1: .* this block writes to standard error: 'oops'", problem)


def test_an_include_of_what_is_not_there_is_refused(paste):
    [problem] = paste(BLOCK.format("lost"))
    assert problem.endswith("docs/page.md:2: shows section 'lost', which is not in x.py; it has load, use")


def test_the_lines_of_a_refusal_are_all_that_pytest_shows():
    with pytest.raises(pytest.fail.Exception) as refusal:
        gate.refuse(["docs/page.md:1: one", "docs/page.md:2: two"])
    shown = pasting.PastingRunner().repr_failure(SimpleNamespace(), refusal)
    assert shown == "docs/page.md:1: one\ndocs/page.md:2: two"


def test_of_another_exception_pytest_shows_the_traceback():
    with pytest.raises(ZeroDivisionError) as error:
        raise ZeroDivisionError
    assert "test_pasting.py" in pasting.PastingRunner().repr_failure(SimpleNamespace(), error)
