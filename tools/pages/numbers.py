"""Finds every number that a reader of a page sees outside its code, and what computes it under the same heading."""

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from pathlib import Path

from bs4.element import NavigableString, Tag

from tools.examples.files import Problem
from tools.pages.source_lines import SourceLines

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d[\d_]*)(?:\.\d+)?|\.\d+"
NUMBER = rf"(?<![\w.])[-−]?(?:{DIGITS})(?:[eE][-−+]?\d+)?(?: ?%)?(?!\w|\.\d)|(?<!\w)[-−]?(?:inf|nan|∞)(?!\w)"
VERSION = r"(?<![\w.])\d+(?:\.\d+){2,}(?!\w)"
NAME = rf"(?<![\w.])(?=\w*[^\W\d])\w*\d\w*|{VERSION}"  # a word with a digit in it, such as float32, or 2.13.0
TOKEN = re.compile(rf"{NUMBER}|(?P<name>{NAME})")
COMPUTED = re.compile(rf"(?<![\w.])-?(?:{DIGITS}|\d+\.)(?:[eE][-+]?\d+)?(?!\w|\.\d)|(?<!\w)-?(?:inf|nan)(?!\w)")
INLINE = {"a", "abbr", "code", "em", "mark", "span", "strong", "sub", "sup"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {"p", "li", "td", "figcaption", "h1", "h2", "h3"}
SPOKEN = ("aria-label", "alt", "title")
TYPED = re.compile("[cs]")  # the classes of comments and strings in coloured code begin so
RECORDED = re.compile(r"(Recorded with|Quoted from) .* on \d{1,2} [A-Z][a-z]+ \d{4}\b\D*")  # what no build runs
TICK = re.compile("[xy]tick_")
INTRODUCTION = "(before the first heading)"

Cells = list[list[str]]
Computed = tuple[str, str]  # where a number is computed, "code", "output" or "figure", and its text


@dataclasses.dataclass
class Section:
    """What stands under one heading.

    `seen` is what is read outside code, as (kind, text) in order; a kind is "prose", "formula", "quoted", "recorded" or
    "not recorded". `computed` are the numbers that code, output and figures hold. `outputs` are the texts of the
    output blocks and tables, `blocks` the paragraphs, list items and cells (tags).
    """

    heading: str
    seen: list[tuple[str, str]] = dataclasses.field(default_factory=list)
    computed: list[Computed] = dataclasses.field(default_factory=list)
    outputs: list[str] = dataclasses.field(default_factory=list)
    blocks: list[Tag] = dataclasses.field(default_factory=list)

    def add(self, kind: str, text: str) -> None:
        """Note a text that a reader sees; it continues the one before if that is of its kind, and no formula."""
        continues = bool(self.seen) and self.seen[-1][0] == kind and kind != "formula"
        before = self.seen.pop()[1] if continues else ""
        self.seen.append((kind, before + text))


def cells(table: Tag) -> Cells:
    """The texts of a table's cells, row by row."""
    return [[cell.text.strip() for cell in row(["th", "td"])] for row in table("tr")]


def labels(drawing: Tag) -> list[str]:
    """The texts in an SVG drawing."""
    return [label.text for label in drawing("text")]


def sections(article: Tag, tables: Collection[Cells] = (), drawings: Collection[list[str]] = ()) -> list[Section]:
    """The Sections of a rendered page. `tables` and `drawings` are the cells and labels of those made by snippets."""
    reader = _Reader(tables, drawings)
    reader.read(article, "prose")
    return reader.found


class _Reader:
    """Walks over an article and fills its Sections."""

    def __init__(self, tables: Collection[Cells], drawings: Collection[list[str]]) -> None:
        self.tables, self.drawings = tables, drawings
        self.found = [Section(INTRODUCTION)]

    def read(self, tag: Tag, kind: str) -> None:
        """Note what a tag holds in the Section of the last heading."""
        classes = set(tag.get("class") or ())
        if "headerlink" in classes or tag.name in ("script", "style"):
            return
        if tag.name == "q" or "quote" in classes:
            kind = "quoted"
        if "recorded" in classes:
            kind = "recorded" if RECORDED.fullmatch(" ".join(tag.text.split())) else "not recorded"
        if tag.name == "math":
            self.found[-1].add("formula", " ".join(tag.get_text(" ").replace("\u2061", "").split()))
        elif not self._read_executed(tag):
            self._read_prose(tag, kind)

    def _read_executed(self, tag: Tag) -> bool:
        """Note what a block of code, an output, or a table or drawing of a snippet computes; whether it is one."""
        here = self.found[-1]
        if tag.name == "pre":
            here.computed += _computed_by_block(tag)
            if _is_output(tag):
                here.outputs.append(tag.text)
        elif tag.name == "table" and cells(tag) in self.tables:
            text = " ".join(tag.stripped_strings)
            here.computed += _numbers("output", text)
            here.outputs.append(text)
        elif tag.name == "svg" and labels(tag) in self.drawings:
            drawn = [label.text for label in tag("text") if not label.find_parent(id=TICK)]
            here.computed += _numbers("figure", " ".join(drawn))
        else:
            return False
        return True

    def _read_prose(self, tag: Tag, kind: str) -> None:
        if tag.name in HEADINGS:
            self.found.append(Section(" ".join(tag.get_text().replace("¶", "").split())))
        here = self.found[-1]
        if tag.name in BLOCKS:
            here.blocks.append(tag)
        gap = "" if tag.name in INLINE else "\n"
        spoken = "".join(f"{tag[name]}\n" for name in SPOKEN if tag.get(name))
        here.add(kind, gap + spoken)
        for child in tag.children:
            if isinstance(child, Tag):
                self.read(child, kind)
            elif type(child) is NavigableString:  # not a comment, which is a subclass
                self.found[-1].add(kind, str(child))
        self.found[-1].add(kind, gap)


def _numbers(where: str, text: str) -> list[Computed]:
    return [(where, number) for number in COMPUTED.findall(text)]


def _is_output(block: Tag) -> bool:
    return any("output" in (parent.get("class") or ()) for parent in block.parents)


def _computed_by_block(block: Tag) -> list[Computed]:
    """What a block of code or output computes. Comments and strings are typed, not computed; data files are neither."""
    if _is_output(block):
        return _numbers("output", block.text)
    if not block.find("span", class_=True):  # no syntax to colour
        return []
    tokens = [token for token in block.find_all(string=True) if token.parent and not _is_typed(token.parent)]
    return _numbers("code", "".join(tokens))


def _is_typed(tag: Tag) -> bool:
    return bool(TYPED.match(" ".join(tag.get("class") or ())))


def value(number: str) -> Decimal:
    """The Decimal that a number's text means; that of a percentage is the fraction."""
    text = re.sub("[,_% ]", "", number.replace("−", "-").replace("∞", "inf"))
    return Decimal(text) / (100 if "%" in number else 1)


def source(number: str, computed: Iterable[Computed]) -> str:
    """What computes a number of the prose: "output 0.4076", "code 2.5", "rounds 0.3567"; "" if nothing does.

    It must be equal to a computed number or, if it has decimals, be the correct rounding of just one that has more.
    """
    this = value(number)
    for where, text in computed:
        if value(text) == this or (value(text).is_nan() and this.is_nan()):
            return f"{where} {text}"
    if _decimals(this) <= 0:
        return ""
    rounded = {value(text): text for _, text in computed if _rounds_to(value(text), this)}
    return f"rounds {next(iter(rounded.values()))}" if len(rounded) == 1 else ""


def _decimals(number: Decimal) -> int:
    """How many decimals a number has: negative for 1e3, 0 for inf and nan."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _rounds_to(exact: Decimal, this: Decimal) -> bool:
    longer = exact.is_finite() and _decimals(exact) > _decimals(this)
    return longer and this in [exact.quantize(this, how) for how in (ROUND_HALF_EVEN, ROUND_HALF_UP)]


def nearest(number: str, computed: Iterable[Computed]) -> str:
    """The computed number closest to one of the prose, in words."""
    finite, this = [text for _, text in computed if value(text).is_finite()], value(number)
    if not finite or not this.is_finite():
        return "nothing like it is computed there"
    return f"the nearest is {min(finite, key=lambda text: abs(value(text) - this))}"


@dataclasses.dataclass(frozen=True)
class Verdict:
    """What a number or a name rests on, for the page's record, and what is wrong with it, or "".

    `by` is "" for a number that only gives a formula its form, as the 2 of a square does: the formula is recorded
    whole.
    """

    by: str
    wrong: str = ""


def judge(kind: str, token: re.Match[str], computed: Collection[Computed], quotable: Collection[str]) -> Verdict:
    """The Verdict on a number or a name, a match of TOKEN, in a text of this kind."""
    number = token[0]
    if token["name"]:
        return Verdict("name")
    if kind == "quoted":
        listed = number.replace("−", "-") in quotable
        return Verdict(
            kind, "" if listed else "it is marked as quoted, and the ledger lists no such number of this source"
        )
    if kind == "recorded":
        return Verdict(kind)
    if kind == "not recorded":
        return Verdict("", "what is recorded says so as: Recorded with WHAT on 1 January 2026")
    if kind == "formula" and re.fullmatch("[-−]?[\\d∞]", number):
        return Verdict("")
    either = [number, number.lstrip("-−")] if kind == "formula" else [number]  # in a formula, a minus may subtract
    by = next(filter(None, (source(each, computed) for each in either)), "")
    return Verdict(by, "" if by else f"no code there computes it, {nearest(number, computed)}")


def audit(
    page: Path, source: str, found: Iterable[Section], quotable: Collection[str] = frozenset()
) -> tuple[str, list[Problem]]:
    """The record of a page's Sections, a line for each number or formula, and a Problem for each that nothing computes.

    `source` is the page's text, which gives Problems their lines. `quotable` are the numbers that the ledger lists as
    printed by the page's source.
    """
    lines, problems, place = [], [], SourceLines(source)
    for section in found:
        said = []
        for token, verdict in _judged(section, quotable):
            if verdict.wrong:
                line = place.of(section.heading, token)
                problems.append(Problem(page, line, f"{token} under {section.heading!r}: {verdict.wrong}"))
            if verdict.by or verdict.wrong:
                said.append(f"{token}\t{verdict.by}")
        lines += ["", f"# {section.heading}", *said] if said else []
    return "\n".join(lines), problems


def _judged(section: Section, quotable: Collection[str]) -> Iterator[tuple[str, Verdict]]:
    """Each formula, number and name that is seen in a section, in order, with its Verdict."""
    for kind, text in section.seen:
        if kind == "formula" and " " in text:
            yield text, Verdict("formula")
        for token in TOKEN.finditer(text):
            yield token[0], judge(kind, token, section.computed, quotable)
