"""A comparison of an expression with itself is refused, and no other one."""

import ast
from pathlib import Path

import pytest

from tools.examples import notebooks, vacuous
from tools.examples.files import Problem

VACUOUS = [
    "torch.allclose(a, a)",
    "torch.testing.assert_close(actual=p[0], expected=p[0])",
    "x.equal(x)",
    "(x.softmax(dim=1).eq(x.softmax(dim=1))).all()",
    "a == a",
    "print(f'{0 <= a <= a}')",
    "loss.item() == loss",
    "float(loss.detach()) == loss.item()",
    "(a - a).abs().max()",
    "all(one is two for one, two in zip(rows, rows))",
]
MEANT = ["torch.allclose(a, b)", "a.equal(b)", "torch.equal(x, x.T)", "a.sum(dim=0) == a.sum(dim=1)"]
MEANT += ["F.kl_div(y, y)", "x.outer(x)", "a + a", "-a == a"]


@pytest.mark.parametrize("code", VACUOUS)
def test_a_comparison_with_itself_is_refused(code):
    with pytest.raises(Problem, match="itself"):
        vacuous.refuse(Path("x.py"), ast.parse(code))


@pytest.mark.parametrize("code", MEANT)
def test_a_comparison_of_two_expressions_is_not(code):
    vacuous.refuse(Path("x.py"), ast.parse(code))


def test_a_notebook_is_refused_too(project):
    root = project({"docs/x.py": "# %% [markdown]\n# # Title\n\n# %%\na = 1\nprint(a == a)\n"})
    with pytest.raises(Problem, match=r"x\.py:6: a == a compares an expression with itself"):
        notebooks.read(root / "docs/x.py", root)
