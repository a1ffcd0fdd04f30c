"""The gates over blocks refuse what is typed instead of included, and a mark beyond the end of an output."""

import dataclasses

import pytest

from tests.support import blocks as marks
from tests.support.pages import found
from tests.support.project import ROOT
from tools.pages import assertions, blocks

PAGE = ROOT / "docs/index.md"
SHOWN = {include.end: found().text(include) for include in found().pages[PAGE].includes}
CODE, OUTPUT = SHOWN[".py"], SHOWN[".out"]
AS_CODE = '<div class="language-{} highlight"><pre>{}</pre></div>'
AS_OUTPUT = '<div class="output highlight"><pre>{}</pre></div>'
TYPED = {
    "Python": AS_CODE.format("python", "print(0.4076)"),
    "JSON": AS_CODE.format("json", "[0.4076]"),
    "a shell command": AS_CODE.format("sh", "echo 0.4076"),
    "output": AS_OUTPUT.format("0.4076"),
    "a line below what is included": AS_CODE.format("python", f"{CODE}\n0.4076"),
    "HTML, or what is indented": "<pre>0.4076</pre>",
    "an output with a digit changed": AS_OUTPUT.format(OUTPUT.replace("0", "1", 1)),
}


def problems(html):
    """What is said of the home page if this is its HTML."""
    return [str(each) for each in blocks.problems(found(), found().pages[PAGE], assertions.parse(html))]


@pytest.mark.parametrize("fault", TYPED)
def test_a_typed_block_is_refused(fault):
    [problem] = problems(TYPED[fault])
    assert problem.startswith("docs/index.md:") and "is typed; include it from a snippet, which runs" in problem


@pytest.mark.parametrize(
    "html",
    [
        '<iframe srcdoc="0.4076"></iframe>',
        '<style>h1::before { content: "0.4076" }</style>',
        '<p style="display: none">0.4076</p>',
        "<p>x<script>document.title = 0.4076</script></p>",
    ],
)
def test_what_can_write_or_hide_text_by_itself_is_refused(html):
    [problem] = problems(html)
    assert problem.startswith("docs/index.md: holds ") and "docs/assets/" in problem


@pytest.mark.parametrize("number", ["3½", "10⁵", "97percent", "2k", "0.4\u200b076", "1.5 \u00bc"])
def test_a_number_in_other_signs_than_digits_is_refused(number):
    page = dataclasses.replace(found().pages[PAGE], text=f"Words.\n\nThe loss is {number}.\n")
    said = [str(each) for each in blocks.problems(found(), page, assertions.parse("<p>Words.</p>"))]
    assert len(said) == 1 and said[0].startswith("docs/index.md:3: ") and said[0].endswith("write it in digits")


def test_an_output_that_looks_like_code_is_refused_and_code_that_looks_like_an_output():
    assert not problems(AS_CODE.format("python", CODE) + AS_OUTPUT.format(OUTPUT))
    said = problems(AS_OUTPUT.format(CODE) + AS_CODE.format("text", OUTPUT))
    assert len(said) == 2 and all("open the block of an output" in each for each in said)


def test_a_mark_beyond_the_end_is_seen():
    page = 'Text\n\n``` { .text .output .no-copy hl_lines="1 3-4" }\n--8<-- "a/b.out:c"\n```\n'
    html = '<div class="output"><code><span class="hll">a\n</span>b\n<span class="hll">c\n</span>{}</code></div>'
    short, long = (assertions.parse(html.format(end)) for end in ("", '<span class="hll">d\n</span>'))
    [problem] = marks.unmarked(PAGE, page, short)
    assert str(problem) == "docs/index.md:3: hl_lines marks 1, 3, 4 of an output that has 3 lines"
    assert not list(marks.unmarked(PAGE, page, long))
