"""Reads what a rendered page asserts: its sentences and comments, section by section, with formulas in a line each.

A sentence keeps what it is made of: prose, inline code, formulas by their structure, links with their targets, what is
quoted or recorded elsewhere, and texts that are spoken instead of seen. Beside it stands what the section computes.
"""

import dataclasses
import itertools
import re
from collections.abc import Collection

import lxml.html
from lxml.html import HtmlElement

from tools.pages import mathml, parts

INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "math", "q", "s", "small", "span", "strong", "sub", "sup"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SPOKEN = ("alt", "aria-label", "placeholder", "start", "title", "value")
LOOKS = ("class", "data-word", "decimals")  # of figures, of the pictures on cards, of predictions
SKIPPED = {"script", "style", "template"}
RECORDED = re.compile(r"(Recorded with|Quoted from) .* on \d{1,2} [A-Z][a-z]+ \d{4}\b\D*")  # what no build runs
END_OF_SENTENCE = re.compile(r"(?<=[.?!])[\"”)]*\s+(?=[A-Z“(\"]|$)")
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d[\d_]*)(?:\.\d+)?|\.\d+"
COMPUTED = re.compile(rf"(?<![\w.])-?(?:{DIGITS}|\d+\.)(?:[eE][-+]?\d+)?(?!\w|\.\d)|(?<!\w)-?(?:inf|nan)(?!\w)")
# comments and strings are typed, not computed: in coloured code, their classes begin with c and s
EXECUTED = ".//text()[not(ancestor::span[starts-with(@class, 'c') or starts-with(@class, 's')])]"
COMMENTS = ".//span[@class='c1' or @class='sd']"  # those, and the lines of docstrings
SHAPES = re.compile(r"^# ?(?:\([\w*, ]*\),? ?)*")  # of values, which run: tests compare them
COLOURED = "boolean(.//span[@class])"
TICK = "ancestor::*[contains(@id, 'tick_')]"
LINK = re.compile(r"\]\((?!https?:)")  # to a place of the site

Computed = tuple[str, str]  # where a number is computed, "code", "output" or "figure", and its text


@dataclasses.dataclass(frozen=True)
class Piece:
    """A part of a sentence: its kind, what a reader sees, and how the record shows it.

    A kind is "prose", "emphasis", "formula", "quoted", "recorded", "not recorded" or "marked".
    """

    kind: str
    text: str
    shown: str


@dataclasses.dataclass(frozen=True)
class Sentence:
    """What is said at once, in pieces.

    `mark` is "#" for a heading, "-" for other text, "@" for what an attribute says, "!" for a marked line of output,
    ";" for a comment or a line of a docstring.
    `is_linked` says whether its block, or its row of a table, links to another place of the site.
    """

    mark: str
    pieces: tuple[Piece, ...]
    is_linked: bool = False

    @property
    def line(self) -> str:
        """The line of the record."""
        return f"{self.mark} {' '.join(''.join(piece.shown for piece in self.pieces).split())}"

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What a reader sees, as (kind, text); neighbours of a kind are one, but for formulas."""
        kinds = itertools.groupby(self.pieces, lambda piece: (piece.kind, id(piece) if piece.kind == "formula" else 0))
        return [(kind, "".join(piece.text for piece in pieces)) for (kind, _), pieces in kinds]


@dataclasses.dataclass
class Section:
    """What stands under one heading: its sentences, the numbers that code, output and figures hold, and the outputs.

    `level` is that of the heading, 0 before the first. What the parts of a section compute, they share.
    """

    heading: str
    level: int = 0
    sentences: list[Sentence] = dataclasses.field(default_factory=list)
    computed: list[Computed] = dataclasses.field(default_factory=list)
    outputs: list[str] = dataclasses.field(default_factory=list)


def parse(html: str) -> HtmlElement:
    """The article of a page, parsed."""
    return lxml.html.fragment_fromstring(html, create_parent="article")


def classes(tag: HtmlElement) -> list[str]:
    """The classes of an element."""
    return (tag.get("class") or "").split()


def text_of(tag: HtmlElement) -> str:
    """The text of an element."""
    return str(tag.text_content())


def spoken(name: str, text: str) -> Sentence:
    """What an attribute of this name, or a page's description, says."""
    return Sentence("@", (Piece("prose", text, f"{name}: {text}"),))


def verbatim(mark: str, text: str) -> list[Sentence]:
    """The lines of a text, which are recorded as they stand, and assert no numbers."""
    return [Sentence(mark, (Piece("marked", "", line.rstrip()),)) for line in text.splitlines() if line.strip()]


def read(article: HtmlElement, tables: Collection[str] = (), drawings: Collection[str] = ()) -> list[Section]:
    """The Sections of a rendered page. `tables` and `drawings` are keys of those that snippets have made: see `key`."""
    reader = _Reader(tables, drawings)
    reader.read(article, "prose")
    reader.end_block()
    return reader.found


def key(text: str) -> str:
    """What two forms of a table or of a drawing have in common: the letters and digits of its texts."""
    return re.sub(r"[\W_]", "", text)


class _Reader:
    """Walks over an article and fills its Sections."""

    def __init__(self, tables: Collection[str], drawings: Collection[str]) -> None:
        self.tables, self.drawings = tables, drawings
        self.found = [Section("(before the first heading)")]
        self.by_anchor: dict[str, Section] = {}
        self.block: list[Piece] = []
        self.mark, self.row_is_linked = "-", False

    def read(self, tag: HtmlElement, kind: str) -> None:
        """Note what an element holds in the Section of the last heading."""
        if not isinstance(tag.tag, str) or tag.tag in SKIPPED or "headerlink" in classes(tag):
            return
        if tag.tag == "math":
            self.block.append(Piece("formula", mathml.text(tag), f"${mathml.line(tag)}$"))
            return
        if tag.tag not in INLINE:
            self.end_block()
            if self._read_executed(tag):
                return
        if tag.tag == "tr":
            self.row_is_linked = any(not link.startswith(("http:", "https:")) for link in tag.xpath(".//a/@href"))
        if tag.tag in HEADINGS:
            self.mark = "#"
            self._begin_section(tag)
        self.found[-1].sentences += [spoken(name, tag.get(name)) for name in SPOKEN if tag.get(name)]
        if tag.tag in ("figure", "loss-prediction") or "thumb" in classes(tag):
            looks = (f"{name}: {tag.get(name)}" for name in LOOKS if tag.get(name))
            self.found[-1].sentences += verbatim("@", "\n".join(looks))
        self._read_inside(tag, _kind(tag, kind))
        if tag.tag not in INLINE:
            self.end_block()
        self.row_is_linked &= tag.tag != "tr"

    def _begin_section(self, heading: HtmlElement) -> None:
        section = Section(" ".join(text_of(heading).replace("¶", "").split()), int(heading.tag[1]))
        anchor = heading.get("id") or ""
        if whole := self.by_anchor.get(parts.whole_of(anchor, section.heading)):
            section.computed, section.outputs = whole.computed, whole.outputs
        self.found.append(section)
        if anchor:
            self.by_anchor[anchor] = section

    def _read_inside(self, tag: HtmlElement, kind: str) -> None:
        target = tag.get("href") if tag.tag == "a" else None
        opening, closing = {"code": ("`", "`"), "q": ("“", "”"), "a": ("[", f"]({target})")}.get(tag.tag, ("", ""))
        self._add(kind, "", opening)
        self._add(kind, tag.text or "")
        for child in tag:
            self.read(child, kind)
            self._add(kind, child.tail or "")
        self._add(kind, "", closing)

    def _add(self, kind: str, text: str, shown: str = "") -> None:
        if text and self.block and self.block[-1] == Piece(kind, self.block[-1].text, self.block[-1].text):
            text = self.block.pop().text + text
        if text or shown:
            self.block.append(Piece(kind, text, shown or text))

    def end_block(self) -> None:
        """The block ends: split what it holds into sentences."""
        sentence: list[Piece] = []
        for piece in self.block:
            parts = END_OF_SENTENCE.split(piece.text) if piece.shown == piece.text else [piece.text]
            for number, part in enumerate(parts):
                if number:
                    self._end_sentence(sentence)
                sentence.append(piece if len(parts) == 1 else Piece(piece.kind, part, part))
        self._end_sentence(sentence)
        self.block, self.mark = [], "-"

    def _end_sentence(self, pieces: list[Piece]) -> None:
        if any(piece.text.strip() for piece in pieces):
            is_linked = self.row_is_linked or any(LINK.match(piece.shown) for piece in self.block)
            self.found[-1].sentences.append(Sentence(self.mark, tuple(pieces), is_linked))
        pieces.clear()

    def _read_executed(self, tag: HtmlElement) -> bool:
        """Note what a block of code, an output, or a table or drawing of a snippet computes; whether it is one."""
        here = self.found[-1]
        if tag.tag == "pre":
            here.sentences += verbatim("!", "\n".join(map(text_of, tag.xpath(".//span[contains(@class, 'hll')]"))))
            if any("output" in classes(parent) for parent in tag.iterancestors()):
                here.outputs.append(text_of(tag))
                here.computed += _numbers("output", here.outputs[-1])
            elif tag.xpath(COLOURED):  # code that is coloured, no data file
                here.computed += _numbers("code", "".join(tag.xpath(EXECUTED, smart_strings=False)))
                said = (SHAPES.sub("", text_of(comment)) for comment in tag.xpath(COMMENTS))
                here.sentences += verbatim(";", "\n".join(said))
        elif tag.tag == "table" and key(text_of(tag)) in self.tables:
            here.outputs.append(_text_of_table(tag))
            here.computed += _numbers("output", here.outputs[-1])
        elif tag.tag == "svg" and key("".join(map(text_of, tag.iter("text")))) in self.drawings:
            drawn = [text_of(label) for label in tag.iter("text") if not label.xpath(TICK)]
            here.computed += _numbers("figure", " ".join(drawn))
        else:
            return False
        return True


def _kind(tag: HtmlElement, around: str) -> str:
    """The kind of what stands in an element, given that of what is around it."""
    if "recorded" in classes(tag):
        return "recorded" if RECORDED.fullmatch(" ".join(text_of(tag).split())) else "not recorded"
    if tag.tag == "q" or "quote" in classes(tag):
        return "quoted"
    return "emphasis" if tag.tag == "em" and around == "prose" else around


def _text_of_table(table: HtmlElement) -> str:
    rows = ([text_of(cell).strip() for cell in row.xpath("./th|./td")] for row in table.iter("tr"))
    return "\n".join(map(" ".join, rows))


def _numbers(where: str, text: str) -> list[Computed]:
    return [(where, number) for number in COMPUTED.findall(text)]
