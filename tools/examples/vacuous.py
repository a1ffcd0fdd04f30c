"""Refuses comparisons of an expression with itself, such as `torch.equal(x, x)`: they hold whatever is computed."""

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path

from tools.examples.files import Problem

COMPARING = {
    "allclose",
    "array_equal",
    "array_equiv",
    "assert_allclose",
    "assert_array_equal",
    "assert_close",
    "assert_equal",
    "eq",
    "equal",
    "is_",
    "isclose",
    "ne",
    "zip",
}
CONVERTING = {"bool", "clone", "cpu", "detach", "double", "float", "int", "item", "list", "numpy", "tolist", "tuple"}


def refuse(path: Path, tree: ast.AST) -> None:
    """Raise a Problem for the first comparison in the syntax tree of a file whose two sides are the same expression."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Compare | ast.BinOp | ast.Call):
            continue
        if any(_core(left) == _core(right) for left, right in _compared(node)):
            wrong = f"{ast.unparse(node)} compares an expression with itself, which shows nothing; compare two results"
            raise Problem(path, node.lineno, wrong)


def _compared(node: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The pairs of expressions that a node compares: by an operator, a difference, a function or a method."""
    if isinstance(node, ast.Compare):
        yield from itertools.pairwise([node.left, *node.comparators])
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
        yield node.left, node.right
    elif isinstance(node, ast.Call) and _name(node) in COMPARING:
        arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
        yield from itertools.pairwise(arguments[:2])
        if isinstance(node.func, ast.Attribute) and arguments:
            yield node.func.value, arguments[0]


def _core(node: ast.expr) -> str:
    """An expression without what only converts its value: that of `float(x.item())` is that of `x`."""
    while isinstance(node, ast.Call) and _name(node) in CONVERTING:
        if node.args and isinstance(node.func, ast.Name):
            node = node.args[0]
        elif isinstance(node.func, ast.Attribute) and not node.args:
            node = node.func.value
        else:
            break
    return ast.dump(node)


def _name(call: ast.Call) -> str:
    """The last name of what is called: "equal" of `torch.equal(…)`."""
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
