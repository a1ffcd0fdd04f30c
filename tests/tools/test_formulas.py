"""Formulas become MathML at build time, and one that does not parse says where it stands."""

import markdown
import pytest

from tools.markdown_ext.formulas import FormulaError

FORMULAS = "tools.markdown_ext.formulas"


def convert(text, **options):
    theirs = ["admonition", "tables", "pymdownx.superfences", "pymdownx.tabbed"]
    extensions = [*theirs, "tools.markdown_ext.tables", FORMULAS]
    return markdown.markdown(text, extensions=extensions, extension_configs={FORMULAS: options})


def test_an_inline_formula_stays_in_its_line():
    html = convert("The softmax is $p_k = e^{z_k}$ for each.")
    assert html.startswith("<p>The softmax is ") and "<math><msub><mi>p</mi><mi>k</mi></msub>" in html


@pytest.mark.parametrize(
    "latex, holds",
    [
        (r"\ell = -\log p_y", "<mi>ℓ</mi>"),
        (r"\begin{aligned} a &= b \\ &= c \end{aligned}", "<mtable"),
        (r"\begin{cases} 1 & k = y \\ 0 & \text{otherwise} \end{cases}", "<mtext>otherwise</mtext>"),
        (r"a < b \& c > d", "<mo>&lt;</mo>"),
    ],
)
def test_a_display_formula_is_a_block(latex, holds):
    html = convert(f"Before:\n\n$$\n{latex}\n$$\n\nAfter.")
    assert '<math display="block">' in html and holds in html and "$" not in html


@pytest.mark.parametrize(
    "latex, parts",
    [
        (r"a \qquad b", 2),
        (r"\begin{cases} a & b \\ c & d \end{cases} \qquad e", 2),
        (r"\begin{aligned} a &= b \qquad c \\ d &= e \end{aligned}", 1),
        (r"a = b = c", 2),
        (r"a = \frac{b = c}{d} \quad\Longrightarrow\quad e = f", 2),
        (r"a = [b = c] \, d", 1),
        (r"a = b, \quad c = d", 1),
    ],
)
def test_formulas_beside_each_other_and_steps_of_a_chain_may_stand_below_each_other(latex, parts):
    assert convert(f"$$\n{latex}\n$$").count("<math") == parts


@pytest.mark.parametrize(
    "around", ["- item\n\n    {}", "!!! note\n    {}", '=== "Tab"\n    {}', "| a |\n| - |\n| {} |", "> {}"]
)
def test_formulas_stand_in_lists_admonitions_tabs_tables_and_quotations(around):
    assert "<math>" in convert(around.format("for $z_1$."))


def test_dollars_in_code_and_prices_are_no_formulas():
    html = convert("`$x$` costs \\$5 and $6 more.\n\n```\n$x$\n```")
    assert "<math" not in html and "$5 and $6" in html


def test_a_formula_that_does_not_parse_names_page_and_line(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("---\ntitle: x\n---\n\nGood $x$.\n\nBad $\\fraq{1}{2}$.\n")
    with pytest.raises(
        FormulaError, match=r"page.md:7: the formula '\\\\fraq\{1\}\{2\}' does not parse.*Unknown command"
    ):
        convert(page.read_text(), source=str(page))


def test_columns_have_classes_instead_of_inline_styles():
    html = convert(r"$$\begin{aligned} a &= b \end{aligned}$$" + "\n\n" + r"$$\begin{cases} 1 & k \end{cases}$$")
    assert (
        " style=" not in html
        and [html.count(f'<mtd class="{name}">') for name in ("right", "after", "left", "apart")] == [1] * 4
    )
    with pytest.raises(
        FormulaError, match="needs the inline style 'color:#FF0000;', which browsers are told to ignore"
    ):
        convert(r"$\color{red}{x}$")
