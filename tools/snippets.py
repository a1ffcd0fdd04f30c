"""Reads snippets and their sections, and refuses those that a page could not show as they are."""

import ast
import dataclasses
import os
import re
import sys
from pathlib import Path

DATA = {".csv", ".json", ".txt"}
MARK = re.compile(r"# --8<-- \[(start|end):([a-z][-_0-9a-z]*)\]")


@dataclasses.dataclass
class Problem(Exception):
    """What is wrong, where (line 0: the whole file), and the way out."""

    path: Path
    line: int
    text: str

    def __str__(self):
        return f"{os.path.relpath(self.path)}:{f'{self.line}:' if self.line else ''} {self.text}"


@dataclasses.dataclass
class Section:
    """A named part of a snippet: the line numbers of its start and end marks."""

    name: str
    first: int
    last: int


@dataclasses.dataclass
class Snippet:
    """A script under `snippets/`: its text and its sections in order."""

    path: Path
    text: str
    sections: list

    @property
    def transcript(self):
        """Where its recorded output stands."""
        return self.path.with_suffix(".out")

    @property
    def figure(self):
        """Where the figure that it saves is recorded, if it saves one."""
        return self.path.with_suffix(".svg")

    @property
    def data(self):
        """The data files of its folder, which it finds in its working directory."""
        return sorted(path for path in self.path.parent.iterdir() if path.suffix in DATA)

    @property
    def inputs(self):
        """All that decides what it prints: its text, and that of its data."""
        return "\0".join([self.text, *map(read_text, self.data)])

    @property
    def name(self):
        """Its path below the folder `snippets/`, or `docs/` for a notebook."""
        return re.split(r"(?:^|/)(?:snippets|docs)/", self.path.as_posix())[-1]


def find(root, only="", needed=True):
    """The paths of all snippets whose path under `snippets/` contains `only`; if one is needed, a Problem for none."""
    folder = Path(root, "snippets")
    paths = [path for path in sorted(folder.rglob("[!.]*.py")) if only in path.relative_to(folder).as_posix()]
    if needed and not paths:
        raise Problem(folder, 0, f"no snippet here whose path contains {only!r}" if only else "no snippet here")
    return paths


def find_notebooks(root, only=""):
    """The paths of all notebooks whose path under `docs/` contains `only`."""
    folder = Path(root, "docs")
    return [path for path in sorted(folder.rglob("[!.]*.py")) if only in path.relative_to(folder).as_posix()]


def read_all(root, only="", needed=True):
    """Every snippet (see `find`) by its path, and a Problem for each that cannot be read."""
    read_well, problems = {}, []
    for path in find(root, only, needed):
        try:
            read_well[path] = read(path)
        except Problem as problem:
            problems.append(problem)
    return read_well, problems


def read_text(path):
    """The text of a file of the project; a Problem if it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise Problem(path, 0, f"cannot be read: {error}") from None


def read(path):
    """Read one snippet; raise a Problem if its sections are not in order."""
    text = read_text(path)
    if path.stem in {*sys.stdlib_module_names, "torch", "numpy"}:
        raise Problem(path, 0, f"hides Python's module {path.stem!r} from itself and its neighbours; rename it")
    if cookie := re.match(r"(?:.*\n)?[ \t]*#.*coding[:=]", text):
        raise Problem(path, cookie[0].count("\n") + 1, "names an encoding; snippets are UTF-8, delete the line")
    sections, begun = [], None
    for number, line in enumerate(text.split("\n"), 1):
        if "-8<-" not in line:
            continue
        mark = MARK.fullmatch(line)
        if not mark:
            if re.search(r"\[ *(start|end) *: *\]", line):
                raise Problem(path, number, "this section has no name; write # --8<-- [start:name]")
            if re.match(r"[ \t#]*;*-+8<-+\s*([\"']|$)", line):
                raise Problem(path, number, "a snippet may not include another file; write out what it needs")
            raise Problem(path, number, "not a section mark; write # --8<-- [start:name] or [end:name] on a line of its own")
        kind, name = mark.groups()
        if kind == "start" and begun:
            raise Problem(path, number, f"section {name!r} begins inside section {begun[0]!r}; end that one first")
        if kind == "start" and name in [section.name for section in sections]:
            raise Problem(path, number, f"a second section is named {name!r}; give it a name of its own")
        if kind == "end" and (not begun or begun[0] != name):
            has_begun = f"but {begun[0]!r} has begun" if begun else "but did not begin"
            raise Problem(path, number, f"section {name!r} ends here {has_begun}; mend the mark that is misspelt or missing")
        if kind == "end":
            sections.append(Section(name, begun[1], number))
        begun = (name, number) if kind == "start" else None
    if begun:
        raise Problem(path, begun[1], f"section {begun[0]!r} never ends; add # --8<-- [end:{begun[0]}]")
    if not sections:
        raise Problem(path, 1, "no section; a page can only show what stands between # --8<-- [start:name] and [end:name]")
    _refuse_split_statements(path, text, sections)
    return Snippet(path, text, sections)


def _refuse_split_statements(path, text, sections):
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise Problem(path, getattr(error, "lineno", 1) or 1, f"not Python: {error}") from None
    spans = [(min([s.lineno, *(d.lineno for d in getattr(s, "decorator_list", []))]), s.end_lineno) for s in body]
    for section in sections:
        inside = [span for span in spans if section.first < span[0] and span[1] < section.last]
        split = [span for span in spans if span not in inside and span[0] < section.last and span[1] > section.first]
        if split:
            raise Problem(path, split[0][0], f"section {section.name!r} cuts this statement in two; move its mark")
        if not inside:
            raise Problem(path, section.first, f"section {section.name!r} holds no code; delete it")
