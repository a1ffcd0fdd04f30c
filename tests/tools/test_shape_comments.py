"""A shape comment that is wrong is found, with its line and the real shape, and one that is right is not."""

import pytest
import torch

from tests.support import shape_comments, shapes
from tests.support.project import section
from tools.examples.files import Problem

WRONG = {
    "x = torch.ones(6, 3)  # (3, 6)": "x.py:2: the comment says (3, 6), the shape is (6, 3)",
    "x = torch.ones(3)  # () the loss": "the comment says (), the shape is (3,)",
    "x = torch.tensor(\n    [1.0, 2.0]\n)  # (3,)": "x.py:4: the comment says (3,), the shape is (2,)",
    "x, y = torch.ones(2), torch.ones(3)  # (2,)": "the comment says (2,), the shape is (2,), (3,)",
    "x, y = torch.ones(2), torch.ones(3)  # (2,), (2,)": "the shape is (2,), (3,)",
    "x, y = torch.ones(2, 3)  # (2,) each": "the shape is (3,), (3,)",
    "x = torch.ones(4, 3)  # (N, C)\ny = torch.ones(3)  # (N,)": "says (N,), N = 4, the shape is (3,)",
    "C = 4\nx = torch.ones(2, 3)  # (N, C)": "the comment says (N, C), the shape is (2, 3)",
    "x = torch.ones(4, 6)  # (H, W)\ny = torch.ones(2, 2)  # (H/2, W/2)": "the shape is (2, 2)",
    "for x in torch.ones(2, 3):  # (2,)\n    pass": "the shape is (3,)",
    "def f(x):  # (N, D) -> (N,)\n    return x\nf(torch.ones(2, 3))": "says (N,), N = 2, the shape is (2, 3)",
    "def f(x):\n    return x.T  # (2, 3)\nf(torch.ones(2, 3))": "x.py:3: the comment says (2, 3), the shape is (3, 2)",
    "print(torch.ones(2, 3).sum(dim=1))  # (3,)": "no value here has the shape of the comment; they are (2, 3), (2,)",
    "shape = torch.ones(2, 3).shape  # (3, 2)": "the shape is (2, 3)",
    "x = torch.ones(2, 3, 4)  # (N, C, L) = (2, 4, 3)": "the shape is (2, 3, 4)",
    "rows = [[1, 2], [3, 4]]  # (2, 3)": "the shape is (2, 2)",
    "x = object()  # (2,)": "the shape is none",
}
RIGHT = [
    "x = torch.ones(6, 3)  # (6, 3)",
    "x = torch.ones(3)  # (3,) the logits",
    "for k in (2, 3):\n    x = torch.ones(k)  # (N,)",
    "for x in torch.ones(2), torch.ones(3):  # (2,) or (3,)\n    pass",
    "x = torch.ones(2, 3, 4)  # (N, d1, ..., dK)",
    "x, y = torch.ones(2, 3), torch.ones(2)  # (N, C), (N,)",
    "def f(x):  # (N, D) -> (N,)\n    return x.sum(dim=1)\nf(torch.ones(4, 5))\nf(torch.ones(3, 2))",
    "print(torch.ones(1, 3) / torch.ones(1))  # (1, 3) / (1,)",
    "x = torch.ones(2, 3, 4)  # (N, C, L) = (2, 3, 4)",
    "# (2,)\nx = torch.ones(2)",
    "x = torch.ones(2)  # a comment (of another kind)",
    "x = [\n    torch.ones(2),  # (2,)\n    torch.ones(3),\n]",
]


def report(code):
    witness = shapes.Witness()
    exec(shape_comments.mark("x.py", section(code)), {shape_comments.WITNESS: witness, "torch": torch})
    return witness.report()


@pytest.mark.parametrize("code", WRONG)
def test_a_wrong_comment_is_found(code):
    [said] = report(code)
    assert WRONG[code] in said


@pytest.mark.parametrize("code", RIGHT)
def test_a_right_comment_is_not(code):
    assert report(code) == []


def test_a_letter_means_the_same_in_one_section_only():
    first, second = section("x = torch.ones(2)  # (N,)", "a"), section("x = torch.ones(3)  # (N,)", "b")
    assert report(f"# --8<-- [end:only]\n{first}{second}# --8<-- [start:c]\ny = x") == []


def test_a_comment_beside_no_value_is_refused():
    with pytest.raises(Problem, match=r"x\.py:2: the comment says \(2,\), and no value stands there"):
        shape_comments.mark("x.py", section("pass  # (2,)"))
