"""Finds every digit that a reader of the site sees, and the kind of place in which it stands."""

import collections
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.examples import sections
from tools.examples.files import read_text
from tools.examples.snippets import DATA
from tools.pages import fences, project

DIGIT = re.compile(r"\d")
FRONT_MATTER = re.compile(r"---\n(?:.*\n)*?---\n")
DESCRIPTION = re.compile(r"^description: .*", re.MULTILINE)
SPOKEN = re.compile(r'(?:aria-label|alt|title)="([^"]*)"')
FORMULA = re.compile(r"\$\$[^$]+\$\$|\$[^$\n]+\$")
CAPTION = re.compile(r"<figcaption>.*?</figcaption>", re.DOTALL)
LINK_TARGET, TAG, ATTRIBUTES, ADDRESS = r"\]\([^)]*\)", r"<[^>]*>", r"(?<=[^ ])\{[^}]*\}", r"https?://\S+"
ITEM_NUMBER, INCLUDE = r"^\s*\d+\. ", r"^\s*[-+]+8<.*"
UNSEEN = re.compile("|".join([LINK_TARGET, TAG, ATTRIBUTES, ADDRESS, ITEM_NUMBER, INCLUDE]), re.MULTILINE)
LINE = re.compile(r".+")
CELL = re.compile(r"^# %%(.*)\n((?:(?!# %%).*\n)*)", re.MULTILINE)
LABEL = re.compile(r"<text[^>]*>([^<]*)")
CURVE = re.compile(r' d="([^"]*)"')

Span = tuple[int, int]  # where a part of a text begins and ends
Digit = tuple[str, int]  # the kind of its place, and its offset in the text
Places = dict[str, list[tuple[str, int]]]  # the path below the root and the offset of each digit, by kind


def places(root: Path) -> Places:
    """Every digit that a reader of the project at `root` sees."""
    found: Places = collections.defaultdict(list)
    snippet_files = sorted(Path(root, "snippets").rglob("*.*"))
    for path in [*project.find_pages(root), *snippet_files]:
        name = path.relative_to(root).as_posix()
        for kind, at in in_file(path, is_page=name.startswith("docs/")):
            found[kind].append((name, at))
    return found


def in_file(path: Path, is_page: bool) -> Iterator[Digit]:
    """The digits of a page, a notebook or a file below `snippets/`; none for other kinds of files."""
    match path.suffix:
        case ".md":
            yield from in_page(read_text(path))
        case ".py" if is_page:
            yield from in_notebook(read_text(path))
        case ".py":
            yield from in_sections("snippet", read_text(path))
        case ".out":
            yield from in_sections("transcript", read_text(path))
        case ".svg":
            yield from in_figure(read_text(path))
        case suffix if suffix in DATA:
            text = read_text(path)
            yield from _digits("data", text, [(0, len(text))])


def in_page(text: str) -> Iterator[Digit]:
    """The digits of a page's Markdown, without those of its code, which are those of snippets."""
    head = FRONT_MATTER.match(text)
    begin = head.end() if head else 0
    yield from _digits("description", text, _spans(DESCRIPTION, text[:begin]))
    body = _blanked(text, [(0, begin)])
    yield from _digits("caption", body, _spans(SPOKEN, body, group=1))
    seen = fences.blanked(body)
    formulas = _spans(FORMULA, seen)
    yield from _digits("formula", seen, formulas)
    seen = _blanked(seen, formulas)
    captions = _spans(CAPTION, seen)
    seen = _blanked(seen, _spans(UNSEEN, seen))
    yield from _digits("caption", seen, captions)
    seen = _blanked(seen, captions)
    for line in LINE.finditer(seen):
        yield from _digits(_kind_of_line(line[0]), seen, [line.span()])


def _kind_of_line(line: str) -> str:
    if line.lstrip().startswith("|"):
        return "table"
    if line.lstrip().startswith("#"):
        return "heading"
    return "prose"


def in_notebook(text: str) -> Iterator[Digit]:
    """The digits of a notebook's cells, text and code."""
    for cell in CELL.finditer(text):
        seen = text
        if "markdown" in cell[1]:
            hidden = [match.span() for match in UNSEEN.finditer(text, *cell.span(2))]
            seen = _blanked(text, hidden)
        yield from _digits("notebook", seen, [cell.span(2)])


def in_sections(kind: str, text: str) -> Iterator[Digit]:
    """The digits of the sections of a script or a transcript."""
    return _digits(kind, text, sections.spans(text).values())


def in_figure(text: str) -> Iterator[Digit]:
    """The digits of a figure's labels, and those of the coordinates of its curves."""
    yield from _digits("figure", text, _spans(LABEL, text, group=1))
    yield from _digits("curve", text, _spans(CURVE, text, group=1))


def _digits(kind: str, text: str, spans: Iterable[Span]) -> Iterator[Digit]:
    for start, end in spans:
        for match in DIGIT.finditer(text, start, end):
            yield kind, match.start()


def _spans(pattern: re.Pattern[str], text: str, group: int = 0) -> list[Span]:
    return [match.span(group) for match in pattern.finditer(text)]


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with white space in place of these spans; line ends stay."""
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return text
