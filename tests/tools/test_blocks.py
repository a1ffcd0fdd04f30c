"""The gates over blocks refuse what is typed instead of included, and a mark beyond the end of an output."""

import pytest

from tests.support import blocks
from tests.support.project import ROOT
from tools.pages import assertions

PAGE = ROOT / "docs/page.md"
TYPED = {  # with the line that is named, below two others
    "Python": ("```python\nprint(0.4076)\n```\n", 4),
    "output": ("``` { .text .output .no-copy }\n0.4076\n```\n", 4),
    "plain": ("```\n0.4076\n```\n", 4),
    "a line below an include": ('```python\n--8<-- "index/three_steps.py:steps"\nprint(1)\n```\n', 5),
    "in a tab": ('=== "Tab"\n\n    ```python\n    x = 1\n    ```\n', 6),
    "in an admonition": ("!!! note\n\n    ```text\n    x = 1\n    ```\n", 6),
    "HTML": ("<pre>0.4076</pre>\n", 3),
}


@pytest.mark.parametrize("fault", TYPED)
def test_a_typed_block_is_seen(fault):
    block, line = TYPED[fault]
    [problem] = blocks.typed(PAGE, "# Page\n\n" + block)
    assert str(problem).startswith(f"docs/page.md:{line}: ")


@pytest.mark.parametrize(("info", "end"), [("{ .text .no-copy }", "out"), ("{ .python .output }", "py")])
def test_an_output_that_looks_like_code_is_seen_and_code_that_looks_like_an_output(info, end):
    [problem] = blocks.mistaken(PAGE, f'# Page\n\n``` {info}\n--8<-- "a/b.{end}:c"\n```\n')
    assert str(problem).startswith("docs/page.md:3: ")


def test_a_shell_command_may_be_typed():
    assert not list(blocks.typed(PAGE, "# Page\n\n```sh\nmake serve\n```\n"))


def test_an_indented_block_is_seen():
    article = assertions.parse("<pre>0.4076</pre>")
    assert list(blocks.unfenced(PAGE, "Text\n\n    0.4076\n", article))
    assert not list(blocks.unfenced(PAGE, '```\n--8<-- "a/b.out:c"\n```\n', article))


def test_a_mark_beyond_the_end_is_seen():
    page = 'Text\n\n``` { .text .output .no-copy hl_lines="1 3-4" }\n--8<-- "a/b.out:c"\n```\n'
    html = '<div class="output"><code><span class="hll">a\n</span>b\n<span class="hll">c\n</span>{}</code></div>'
    short, long = (assertions.parse(html.format(end)) for end in ("", '<span class="hll">d\n</span>'))
    [problem] = blocks.unmarked(PAGE, page, short)
    assert str(problem) == "docs/page.md:3: hl_lines marks 1, 3, 4 of an output that has 3 lines"
    assert not list(blocks.unmarked(PAGE, page, long))
