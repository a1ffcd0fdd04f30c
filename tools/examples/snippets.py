"""Reads snippets, and refuses those that a page could not show as they are."""

import ast
import dataclasses
import functools
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tools.examples import library, outside, sections, vacuous
from tools.examples.files import Problem, read_if_there, read_text
from tools.examples.sections import Section

DATA = {".csv", ".json", ".txt"}
ENCODING = re.compile(r"(?:.*\n)?[ \t]*#.*coding[:=]")


@dataclasses.dataclass
class Snippet:
    """A script under `snippets/` as it was read: its text, its sections in order, the texts of its data, its record.

    `data` are the data files of its folder, which it finds in its working directory. `recorded` is the text of its
    transcript, and `recorded_figure` that of its figure; each is "" if there is none.
    """

    path: Path
    text: str
    sections: list[Section]
    data: Mapping[Path, str] = dataclasses.field(default_factory=dict)
    recorded: str = ""
    recorded_figure: str = ""

    @property
    def transcript(self) -> Path:
        """The file that records what it prints."""
        return self.path.with_suffix(".out")

    @property
    def figure(self) -> Path:
        """The file that records the figure that it saves, if it saves one."""
        return self.path.with_suffix(".svg")

    @property
    def inputs(self) -> str:
        """Everything its output depends on: its own text and that of its data."""
        return "\0".join([self.text, *self.data.values()])

    @property
    def name(self) -> str:
        """Its path below `snippets/`, or below `docs/` for a notebook."""
        return name(self.path)


def name(path: Path) -> str:
    """The path of a file below `snippets/` or `docs/`."""
    return re.split(r"(?:^|/)(?:snippets|docs)/", path.as_posix())[-1]


def find(root: Path, only: str = "", needed: bool = True) -> list[Path]:
    """The paths of all snippets whose path below `snippets/` contains `only`.

    Raises a Problem if there is none, unless none is `needed`.
    """
    folder = Path(root, "snippets")
    paths = scripts(folder, only)
    if needed and not paths:
        raise none(root, only)
    return paths


def none(root: Path, only: str) -> Problem:
    """The Problem that no snippet has a path that contains `only`."""
    text = f"no snippet here whose path contains {only!r}" if only else "no snippet here"
    return Problem(Path(root, "snippets"), 0, text)


def scripts(folder: Path, only: str = "") -> list[Path]:
    """The scripts in a folder, however deep, whose path below it contains `only`; hidden ones are left out."""
    return [path for path in sorted(folder.rglob("[!.]*.py")) if only in path.relative_to(folder).as_posix()]


def mirror(path: Path, root: Path) -> Path:
    """The folder under `snippets/` that belongs to a file under `docs/`: snippets/a/b/ for docs/a/b.md."""
    return Path(root, "snippets", path.relative_to(Path(root, "docs")).with_suffix(""))


def read_all(root: Path, only: str = "", needed: bool = True) -> tuple[dict[Path, Snippet], list[Problem]]:
    """Every snippet (see `find`) by its path, and a Problem for each that cannot be read."""
    found: dict[Path, Snippet] = {}
    problems = []
    data = functools.cache(read_data)
    for path in find(root, only, needed):
        try:
            found[path] = read(path, data)
        except Problem as problem:
            problems.append(problem)
    return found, problems


def read_data(folder: Path) -> dict[Path, str]:
    """The texts of the data files in a folder, by their paths."""
    return {path: read_text(path) for path in sorted(folder.iterdir()) if path.suffix in DATA}


def read(path: Path, data: Callable[[Path], Mapping[Path, str]] = read_data) -> Snippet:
    """Read one snippet with its data and its record; raises a Problem if a page could not show it."""
    text = read_text(path)
    if path.stem in {*sys.stdlib_module_names, *library.NAMES_TAKEN}:
        raise Problem(path, 0, f"hides Python's module {path.stem!r} from itself and its neighbours; rename it")
    if cookie := ENCODING.match(text):
        raise Problem(path, cookie[0].count("\n") + 1, "names an encoding; snippets are UTF-8, delete the line")
    found = _read_sections(path, text)
    record = read_if_there(path.with_suffix(".out")), read_if_there(path.with_suffix(".svg"))
    return Snippet(path, text, list(found), data(path.parent), *record)


@functools.lru_cache(maxsize=2048)  # for servers, which read all snippets again when one has changed
def _read_sections(path: Path, text: str) -> tuple[Section, ...]:
    found = sections.read(path, text)
    if not found:
        marks = "# --8<-- [start:name] and [end:name]"
        raise Problem(path, 1, f"no section; a page can only show what stands between {marks}")
    tree = _parse(path, text)
    _refuse_split_statements(path, tree, found)
    vacuous.refuse(path, tree)
    outside.refuse(path, tree)
    return tuple(found)


def _parse(path: Path, text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise Problem(path, getattr(error, "lineno", 1) or 1, f"not Python: {error}") from None


def _refuse_split_statements(path: Path, tree: ast.Module, found: list[Section]) -> None:
    spans = [(first_line(statement), statement.end_lineno or 0) for statement in tree.body]
    for section in found:
        inside = [span for span in spans if section.first < span[0] and span[1] < section.last]
        touched = [span for span in spans if span[0] < section.last and span[1] > section.first]
        for first, _ in [span for span in touched if span not in inside]:
            raise Problem(path, first, f"section {section.name!r} cuts this statement in two; move its mark")
        if not inside:
            raise Problem(path, section.first, f"section {section.name!r} holds no code; delete it")


def first_line(statement: ast.stmt) -> int:
    """The line on which a statement begins, with its decorators."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(decorator.lineno for decorator in decorators)])
