"""Refuses what differs by day or machine, which no example may read: the clock, the network, files of the system."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.examples.files import Problem

CLOCK = r".*\.(?:ctime|gmtime|localtime|now|strftime|today|utcnow)|time\.time"
NAME = re.compile(rf"(?:http|requests|socket|ssl|urllib)(?:\..*)?|{CLOCK}")
FILE = re.compile(r"/(?:etc|home|proc|root|sys|tmp|usr|var)(?:/.*)?", re.DOTALL)


def refuse(path: Path, tree: ast.AST) -> None:
    """Raise a Problem for the first such name in the syntax tree of a file."""
    for node in ast.walk(tree):
        for name in _read(node):
            wrong = f"{name} differs from day to day or from machine to machine; write what it gives into the example"
            raise Problem(path, getattr(node, "lineno", 1), wrong)


def _read(node: ast.AST) -> Iterator[str]:
    """What a node names of the clock, the network or the system."""
    names = list[str]()
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and FILE.fullmatch(node.value):
        yield repr(node.value)
    elif isinstance(node, ast.Attribute):
        names = [ast.unparse(node)]
    elif isinstance(node, ast.Import):
        names = [each.name for each in node.names]
    elif isinstance(node, ast.ImportFrom):
        names = [f"{node.module}.{each.name}" for each in node.names]
    yield from filter(NAME.fullmatch, names)
