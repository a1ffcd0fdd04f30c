"""Finds the shape comments of a script, and writes into it the checks that compare them with the values at run time."""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support import shapes
from tools.examples import sections
from tools.examples.files import Problem

VALUES = (ast.Attribute, ast.BinOp, ast.Call, ast.IfExp, ast.List, ast.Name, ast.Subscript, ast.UnaryOp)
WITNESS = "_witness"  # how a marked script calls the Witness of its process


@dataclass
class Comment:
    """A shape comment: its line, that of the code of which it speaks, what it says, and the section."""

    line: int
    of: int
    text: str
    section: str


@dataclass
class Insertion:
    """A text to insert at a place of a script: line, offset in bytes, and its rank among those at the same place."""

    line: int
    at: int
    rank: int
    text: str


def find(text: str) -> Iterator[Comment]:
    """The shape comments of a script; one on a line of its own speaks of the next line of code."""
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    spans = {name: _lines(text, span) for name, span in sections.spans(text).items()}
    for number, token in enumerate(tokens):
        said = shapes.read(token.string) if token.type == tokenize.COMMENT else ""
        if said:
            line = token.start[0]
            stands_alone = not token.line[: token.start[1]].strip()
            later = (each.start[0] for each in tokens[number:] if each.type in (tokenize.NAME, tokenize.OP))
            section = next((name for name, (first, last) in spans.items() if first <= line <= last), "-")
            yield Comment(line, next(later, line) if stands_alone else line, said, section)


def _lines(text: str, span: tuple[int, int]) -> tuple[int, int]:
    return text.count("\n", 0, span[0]) + 1, text.count("\n", 0, span[1])


def mark(name: str, text: str) -> str:
    """The script of this name with a check for each shape comment; lines keep their numbers, but below decorators."""
    tree = ast.parse(text)
    insertions = [each for comment in find(text) for each in _checks(name, tree, comment)]
    lines = [line.encode() for line in text.split("\n")]
    for each in sorted(insertions, key=lambda each: (each.line, each.at, each.rank), reverse=True):
        line = lines[each.line - 1]
        lines[each.line - 1] = line[: each.at] + each.text.encode() + line[each.at :]
    return b"\n".join(lines).decode()


def _checks(name: str, tree: ast.Module, comment: Comment) -> Iterator[Insertion]:
    statement, is_in_function = _find_statement(tree, comment.of)
    section = "" if is_in_function else f"{name}:{comment.section}"
    arguments = f"{f'{name}:{comment.line}'!r}, {section!r}, {comment.text!r}"
    ends_here = statement and comment.of in (statement.lineno, statement.end_lineno)
    if isinstance(statement, ast.FunctionDef):
        decorator = f"@{WITNESS}.call({arguments})\n{' ' * statement.col_offset}"
        yield Insertion(statement.lineno, statement.col_offset, 0, decorator)
    elif isinstance(statement, ast.For) and statement.lineno == comment.of:
        yield from _around(statement.iter, f"{WITNESS}.each({arguments}, (")
    elif isinstance(statement, (ast.Assign, ast.AnnAssign, ast.Return)) and statement.value and ends_here:
        unpacks = isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Tuple)
        yield from _around(statement.value, f"{WITNESS}.{'unpacked' if unpacks else 'whole'}({arguments}, (")
    else:
        parts = [node for node in _values(statement) if ends_here or node.end_lineno == comment.of] if statement else []
        if not parts:
            raise Problem(Path(name), comment.line, f"the comment says {comment.text}, and no value stands there")
        for part in parts:
            yield from _around(part, f"{WITNESS}.part({arguments}, (")


def _find_statement(tree: ast.Module, line: int) -> tuple[ast.stmt | None, bool]:
    """The innermost statement that holds a line, and whether a function holds it."""
    found: ast.stmt | None = None
    is_in_function, node = False, next(_holders(tree, line), None)
    while node:
        if isinstance(node, ast.stmt):
            is_in_function = is_in_function or isinstance(found, ast.FunctionDef)
            found = node
        node = next(_holders(node, line), None)
    return found, is_in_function


def _holders(node: ast.AST, line: int) -> Iterator[ast.AST]:
    """The statements and their parts, directly in a node, that hold a line."""
    for child in ast.iter_child_nodes(node):
        is_part = isinstance(child, (ast.stmt, ast.ExceptHandler))
        if is_part and child.lineno <= line <= (child.end_lineno or 0):
            yield child


def _values(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions in a statement that may have a shape; not what is called, nor what stands in strings."""
    for child in ast.iter_child_nodes(node):
        is_called = isinstance(node, ast.Call) and child is node.func
        if (
            isinstance(child, VALUES)
            and isinstance(getattr(child, "ctx", None), (ast.Load, type(None)))
            and not is_called
        ):
            yield child
        if isinstance(child, (ast.expr, ast.keyword)) and not isinstance(child, ast.JoinedStr):
            yield from _values(child)


def _around(node: ast.expr, opening: str) -> Iterator[Insertion]:
    """Enclose an expression; of several that begin or end at a place, the longest is outside."""
    size = node.end_lineno * 10000 + node.end_col_offset - node.lineno * 10000 - node.col_offset
    yield Insertion(node.lineno, node.col_offset, -size, opening)
    yield Insertion(node.end_lineno, node.end_col_offset, size - 10**9, "))")
