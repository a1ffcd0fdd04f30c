"""Tables stand in frames, their numbers on the decimal point, and heads of the quantities have their colours."""

import markdown
import pytest
from bs4 import BeautifulSoup

from tools.markdown_ext import tables

EXTENSIONS = ["tables", "attr_list", "pymdownx.inlinehilite", tables.TablesExtension()]


def rendered(heads, *rows, align="--:"):
    """The table with these heads and rows, as a page shows it."""
    lines = [heads, " | ".join([align] * (heads.count("|") + 1)), *rows]
    text = "\n".join(f"| {line} |" for line in lines)
    return BeautifulSoup(markdown.markdown(f"Before.\n\n{text}\n\nAfter.", extensions=EXTENSIONS), "html.parser")


def pads(*cells, **options):
    """What each cell of a column lacks."""
    return [cell.get("data-pad", "") for cell in rendered("x", *cells, **options)("td")]


def test_a_table_stands_in_a_frame_and_keeps_its_text():
    page = rendered("loss | where", "0.5 | a")
    assert [child.name for child in page.find_all(recursive=False)] == ["p", "div", "p"]
    assert page.select_one("div.frame > table.table") and page.table.get_text("|", strip=True) == "loss|where|0.5|a"


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (["2.5", "49.7796", "sum"], ["000", "", ""]),
        (["1", "0.5", "-0.25"], [".00", "0", ""]),
        (["inf", "-2.1074", "nan"], [".0000", "", ".0000"]),
        (["10,000", "1"], ["", ""]),
        (["1e-05", "0.5"], ["", ""]),
        (["**2.5**", "0.25", "<mark>1</mark>"], ["0", "", ".00"]),
    ],
)
def test_points_stand_below_each_other(column, expected):
    assert pads(*column) == expected
    assert not any(pads(*column, align="---"))


def test_heads_name_their_quantities():
    heads = rendered(
        "logit | softmax | log_softmax | target | loss | gradient | -log(softmax) | logits held | of squared error",
        "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9",
    )
    named = ["logit", "prob", "logprob", "target", "loss", "gradient"]
    assert [" ".join(head["class"][1:]) for head in heads("th")] == [*named, "loss word", "", "gradient"]


def test_alignment_is_a_class_and_an_empty_header_cell_becomes_a_plain_one():
    for align, name in ("--:", "right"), (":-:", "center"):
        page = rendered(" | head", "a | b", align=align)
        assert [cell.name for cell in page(["th", "td"])] == ["td", "th", "td", "td"] and not page.find(style=True)
        assert all(cell["class"] == [name] for cell in page(["th", "td"]))


def test_a_verdict_marks_its_cell():
    page = rendered("printed | verdict", "1 | wrong: it is 2", "2 | equal", align="---")
    assert [cell.get("data-verdict") for cell in page("td")] == [None, "wrong", None, "equal"]


def test_a_shape_in_a_cell_is_not_broken():
    whole, other = rendered("a", "`(N, C)` and `f(N, C)`")("code")
    assert whole["class"] == ["word"] and not other.get("class")
