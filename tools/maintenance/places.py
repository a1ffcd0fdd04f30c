"""Finds what a reader sees and a slip could make false, by kind, and what could stand there instead."""

import collections
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tools.examples import sections
from tools.examples.files import read_text
from tools.examples.snippets import DATA
from tools.pages import fences, project


class Place(NamedTuple):
    """A part of a file that a reader sees: the file's path below the root, its offset, its text, and other texts."""

    path: str
    at: int
    old: str
    others: Collection[str]


Span = tuple[int, int]  # where a part of a text begins and ends
Part = tuple[str, int, str, Collection[str]]  # the kind of a Place, and the Place without its path
Rule = tuple[str, str, Collection[str]]  # a kind, a pattern, and what may stand in place of its last group

DIGITS = "0123456789"
FUNCTIONS = r"\log|\exp|\max|\min|\sum|\prod|\sigma|\mu|\ln"
FORMULA_RULES: list[Rule] = [
    ("formula: digit", r"\d", DIGITS),
    ("formula: script", r"[\^_]", "^_"),
    ("formula: fraction", r"\\frac(?=\{)", [""]),
    ("formula: sign", r"[+-]", "+-"),
    ("formula: relation", r"[=<>]|\\(?:le|ge)(?![a-z])", ["=", "<", ">", r"\le ", r"\ge "]),
    ("formula: index", r"_\{?([a-z])(?![a-z])", "ijkncy"),
    ("formula: symbol", r"(?<![\\A-Za-z])[A-Za-z](?![A-Za-z])", "abpqxyzN"),
    ("formula: function", rf"(?:{FUNCTIONS})(?![a-z])".replace("\\", r"\\"), FUNCTIONS.split("|")),
]
MOVED_BRACE = re.compile(r"(\})(\w)|(\w)(\})")
CARDINALS = (
    "zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|million"
)
FRACTIONS = "half|third|quarter|twice"
UNITS = "bits|nats|bytes|megabytes|gigabytes|seconds|minutes|milliseconds|ms|µs|s|%|kB|MB|GB|KiB|MiB|GiB"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
RELATIONS = """larger smaller, largest smallest, first last, forward backward, always never, equal different
    higher lower, more less, before after, above below, positive negative, left right, increases decreases, rises falls
    same other, with without, row column, rows columns, sum mean, maximum minimum, numerator denominator
    finite infinite, raises returns, best worst, overflows underflows, differ agree, every no
    logits probabilities, input target, inputs targets, true false, only also"""
PAIRS = [pair.split() for pair in re.split("[,\n]", RELATIONS)]
OPPOSITES = {**dict(PAIRS), **{other: one for one, other in PAIRS}}
VERB = re.compile(r"\b(?:is|are|does|do|can|must|has|have|was|were|needs)\b(?! not|not)")

FRONT_MATTER = re.compile(r"---\n(?:.*\n)*?---\n|# ---\n(?:#.*\n)*?# ---\n")
DESCRIPTION = re.compile(r"^(?:# )?description: (.*(?:\n# {3}.*)*)", re.MULTILINE)
SPOKEN = re.compile(r'(?:aria-label|alt|title|placeholder)="([^"]*)"|!\[([^\]]*)\]\(')
VALUE = re.compile(r'(?:value|max|min)="([^"]*)"')
FORMULA = re.compile(r"\$\$[^$]+\$\$|\$[^$\n]+\$")
CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
LINK_TARGET, TAG, ATTRIBUTES, ADDRESS = r"\]\([^)]*\)", r"<[^>]*>", r"(?<=[^ ])\{[^}]*\}", r"https?://\S+"
ITEM_NUMBER, INCLUDE = r"^\s*\d+\. ", r"^\s*[-+]+8<.*"
UNSEEN = re.compile("|".join([LINK_TARGET, TAG, ATTRIBUTES, ADDRESS, ITEM_NUMBER, INCLUDE]), re.MULTILINE)
LINE, TABLE = re.compile(r".+"), re.compile(r"^ *\|")
HEADER = re.compile(r"^ *\|(.*)\|\n *\|[-:| ]+\|$", re.MULTILINE)
HEADING = re.compile(r"^ *#+ (.*?)(?: \{ *#([\w-]+).*)?$", re.MULTILINE)
HL_LINE = re.compile(r'hl_lines="[^"]*?(\d+)[^"]*"')
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
AUTHOR = re.compile(r"\b[A-Z][\w.]+(?: [A-Z][\w.]*)+(?=,\s+\[?\*)")
CODE = re.compile(r"`([^`\n]+)`")
IDENTIFIER, WORD = re.compile(r"[A-Za-z_]\w{2,}"), re.compile(r"[A-Za-z]{4,}")
NUMBER = re.compile(r"[\w.,]*\d[\w,]*(?:\.\d+)?")
CELL = re.compile(r"^# %%(.*)\n((?:(?!# %%).*\n)*)", re.MULTILINE)
LABEL = re.compile(r"<text[^>]*>([^<]*)")
CURVE = re.compile(r' d="([^"]*)"')


def places(root: Path) -> dict[str, list[Place]]:
    """Every Place of the project at `root`, by kind."""
    found = collections.defaultdict(list)
    snippet_files = sorted(Path(root, "snippets").rglob("*.*"))
    for path in [*project.find_pages(root), *snippet_files]:
        name = path.relative_to(root).as_posix()
        for kind, at, old, others in in_file(path, is_page=name.startswith("docs/")):
            if others := [other for other in others if other != old]:
                found[kind].append(Place(name, at, old, others))
    return found


def in_file(path: Path, is_page: bool) -> Iterator[Part]:
    """The Parts of a page, a notebook or a file below `snippets/`; none for other kinds of files."""
    text = read_text(path)
    match path.suffix:
        case ".md" | ".py" if is_page:
            yield from in_page(text, is_notebook=path.suffix == ".py")
        case ".py":
            yield from _digits("snippet", text, sections.spans(text).values())
        case ".out":
            yield from _digits("transcript", text, sections.spans(text).values())
        case ".svg":
            yield from _digits("figure", text, _spans(LABEL, text))
            yield from _digits("curve", text, _spans(CURVE, text))
        case suffix if suffix in DATA:
            yield from _digits("data", text, [(0, len(text))])


def in_page(text: str, is_notebook: bool) -> Iterator[Part]:
    """The Parts of a page. Its code is that of snippets; a notebook has code of its own."""
    head = FRONT_MATTER.match(text)
    begin = head.end() if head else 0
    description = _spans(DESCRIPTION, text[:begin])
    body = fences.hide(text, [(0, begin)])
    if is_notebook:
        code = [cell.span(2) for cell in CELL.finditer(body) if "markdown" not in cell[1]]
        yield from _digits("notebook", body, code)
        body = re.sub(r"^# ?", lambda mark: " " * len(mark[0]), fences.hide(body, code), flags=re.MULTILINE)
    for number in HL_LINE.finditer(body):
        yield "marked line", number.start(1), number[1], [str(int(number[1]) + step) for step in (1, -1)]
    seen = fences.blanked(body)
    yield from _in_formulas(seen, _spans(FORMULA, seen))
    seen = fences.hide(seen, _spans(FORMULA, seen))
    yield from _in_markup(seen)
    areas = {"description": description, "spoken": _spans(SPOKEN, seen) + _spans(VALUE, seen)}
    areas["caption"] = _spans(CAPTION, seen)
    for area in ("description", "spoken", "caption"):
        yield from _numbers(area, text, areas[area])
        words = sorted({word for start, end in areas[area] for word in WORD.findall(text, start, end)})
        yield from _matches(f"label: {area}", WORD, text, areas[area], words)
    seen = fences.hide(seen, [*areas["caption"], *_spans(UNSEEN, seen)])
    for line in LINE.finditer(seen):
        area = "table" if TABLE.match(line[0]) else "heading" if HEADING.match(line[0]) else "prose"
        yield from _numbers(area, seen, [line.span()])
    yield from _in_words(seen)


def _in_formulas(text: str, spans: Iterable[Span]) -> Iterator[Part]:
    for start, end in spans:
        for kind, pattern, others in FORMULA_RULES:
            yield from _matches(kind, re.compile(pattern), text, [(start, end)], others)
        for match in MOVED_BRACE.finditer(text, start, end):
            yield "formula: brace", match.start(), match[0], [match[0][::-1]]


def _in_markup(text: str) -> Iterator[Part]:
    """The Parts that Markdown's marks make: headers of typed tables, links and citations."""
    for row in HEADER.finditer(text):
        headers = [header.strip() for header in row[1].split("|")]
        yield from _matches("label: header", re.compile(r"[^|\s](?:[^|]*[^|\s])?"), text, [row.span(1)], headers)
    links = list(LINK.finditer(text))
    anchors = ["#" + (heading[2] or re.sub(r"\W+", "-", heading[1].lower())) for heading in HEADING.finditer(text)]
    here = [link[2] for link in links if not link[2].startswith("http")] + anchors
    away = {link[2]: link[1] for link in links if link[2].startswith("http")}
    for link in links:
        is_citation = link[2] in away
        yield "citation: address" if is_citation else "link", link.start(2), link[2], [*away] if is_citation else here
        if is_citation:
            yield "citation: text", link.start(1), link[1], away.values()
    yield from _matches("citation: author", AUTHOR, text, [(0, len(text))], ["Ada Lovelace"])
    yield from _words("citation: month", text, MONTHS)


def _in_words(text: str) -> Iterator[Part]:
    yield from _words("number word", text, CARDINALS)
    yield from _words("number word", text, FRACTIONS)
    yield from _matches("unit", re.compile(rf"\d ?({UNITS})(?!\w)"), text, [(0, len(text))], UNITS.split("|"))
    yield from _words("unit", text, UNITS.partition("|ms")[0])
    for word in re.finditer(rf"\b(?:{'|'.join(OPPOSITES)})\b", text):
        yield "relation", word.start(), word[0], [OPPOSITES[word[0]]]
    for verb in VERB.finditer(text):
        yield "negation", verb.start(), verb[0], [f"{verb[0]} not"]
    for word in re.finditer(r" not\b", text):
        yield "negation", word.start(), word[0], [""]
    code = _spans(CODE, text)
    names = sorted({name for start, end in code for name in IDENTIFIER.findall(text, start, end)})
    yield from _matches("name", IDENTIFIER, text, code, names)


def _words(kind: str, text: str, words: str) -> Iterator[Part]:
    return _matches(kind, re.compile(rf"\b(?:{words})\b"), text, [(0, len(text))], words.split("|"))


def _numbers(area: str, text: str, spans: Iterable[Span]) -> Iterator[Part]:
    """The digits in these spans, by what they belong to: a decimal, an integer, or a name such as float32."""
    for start, end in spans:
        for number in NUMBER.finditer(text, start, end):
            is_name = re.search(r"[^\W\d]|\d\.\d+\.", number[0])
            kind = "name" if is_name else "decimal" if "." in number[0].rstrip(".") else "integer"
            yield from _digits(f"{kind}: {area}", text, [number.span()])


def _digits(kind: str, text: str, spans: Iterable[Span]) -> Iterator[Part]:
    return _matches(kind, re.compile(r"\d"), text, spans, DIGITS)


def _matches(
    kind: str, pattern: re.Pattern[str], text: str, spans: Iterable[Span], others: Collection[str]
) -> Iterator[Part]:
    """The matches of a pattern, or of its last group, in these spans of a text."""
    for start, end in spans:
        for match in pattern.finditer(text, start, end):
            yield kind, match.start(pattern.groups), match[pattern.groups], others


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    """The spans of a pattern's matches, or of the group of each that matched."""
    return [match.span(match.lastindex or 0) for match in pattern.finditer(text)]
