"""Publishes the files of the snippets, for readers to open, at their present addresses and at their former ones.

`snippets/former_addresses.list`, if there is one, names the files that have moved: on each line a former path below
`snippets/` and the present one.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tools.examples.files import Problem, read_if_there
from tools.examples.snippets import DATA

PUBLISHED = {".py", ".svg", *DATA}
LIST = "former_addresses.list"


class Move(NamedTuple):
    """A line of the list: its number, and the two paths below `snippets/`."""

    line: int
    former: str
    present: str


def read_moves(root: Path) -> Iterator[Move]:
    """The lines of the project's list."""
    lines = read_if_there(Path(root, "snippets", LIST)).splitlines()
    for number, line in enumerate(lines, 1):
        former, _, present = line.partition(" ")
        yield Move(number, former, present)


def problems(root: Path) -> Iterator[Problem]:
    """A Problem for each former address whose present file is gone."""
    folder = Path(root, "snippets")
    for move in read_moves(root):
        if not (folder / move.present).is_file():
            text = f"{move.former} leads to {move.present}, which does not exist; write where that file is now"
            yield Problem(folder / LIST, move.line, text)


def publish(root: Path, site: Path) -> None:
    """Copy the snippets, their data and figures into the folder of the site; addresses with a Problem are left out."""
    source, target = root / "snippets", site / "snippets"
    for path in source.rglob("[!.]*"):
        if path.suffix in PUBLISHED and path.is_file():
            _copy(path, target / path.relative_to(source))
    for move in read_moves(root):
        if (source / move.present).is_file():
            _copy(source / move.present, target / move.former)


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)
