"""Reads what a rendered page asserts, sentence by sentence, and what each of its sections computes."""

import contextlib
import dataclasses
import datetime
import html
import itertools
import re
from collections.abc import Mapping
from typing import NamedTuple

import lxml.html
from lxml.html import HtmlElement
from markdown.extensions.toc import slugify

from tools.pages import mathml, page_sections
from tools.pages.project import Source

INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "math", "q", "s", "small", "span", "strong", "sub", "sup"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SPOKEN: tuple[str, ...] = ("alt", "aria-description", "aria-label", "aria-valuetext", "description", "label")
SPOKEN += ("placeholder", "start", "subtitle", "title", "value")
UNSAID = re.compile(rf"aria-hidden|data-(?:pad|search-exclude|verdict)|href|id|name|role|type|{'|'.join(SPOKEN)}")
MARKS = {"code": ("`", "`"), "q": ("“", "”"), "s": ("~~", "~~"), "sub": ("_{", "}"), "sup": ("^{", "}")}
SKIPPED = {"script", "style"}
RECORDED = re.compile(  # what no build runs, in one sentence
    r"(?:Recorded with|Quoted from) (?:[^.]|\.(?! ))* on (\d+ [A-Z][a-z]+ \d{4})"
    r"(?:; not run at build|: this site is built without a GPU)\."
)
END_OF_SENTENCE = re.compile(r"(?<=[.?!])[\"”)]*\s+(?=[A-Z“(\"]|$)")
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d[\d_]*)(?:\.\d+)?|\.\d+"
COMPUTED = re.compile(rf"(?<![\w.])-?(?:{DIGITS}|\d+\.)(?:[eE][-+]?\d+)?(?!\w|\.\d)|(?<!\w)-?(?:inf|nan)(?!\w)")
# comments and strings are typed, not computed: in coloured code, their classes begin with c and s
EXECUTED = ".//text()[not(ancestor::span[starts-with(@class, 'c') or starts-with(@class, 's')])]"
COMMENTS = ".//span[@class='c1' or @class='sd']"  # those, and the lines of docstrings
SHAPES = re.compile(r"^# ?(?:\([\w*, ]*\),? ?)*")  # of values, which run: tests compare them
TICK = "ancestor::*[contains(@id, 'tick_')]"
MARKUP = re.compile(r"\]\([^)]*\)|</?(?:a|br|code|em|mark|q|span|strong|sub|sup|tspan)\b[^>]*>")
LABEL = re.compile(r"<text\b[^>]*>(.*?)</text>", re.DOTALL)  # of a figure that a snippet saved
LINK = re.compile(r"\]\((?!https?:)")  # to a place of the site

Computed = tuple[str, str, str]  # where a number is computed, "code", "output" or "figure", its text, and its line
Judged = tuple[str, str, str]  # the words of a number or claim, what shows it or "", and what is wrong with it or ""


class Piece(NamedTuple):
    """A part of a sentence."""

    kind: str  # "prose", "emphasis", "formula", "quoted", "recorded", "not recorded" or "marked"
    text: str  # what a reader sees
    shown: str  # how the record shows it


@dataclasses.dataclass(frozen=True)
class Sentence:
    """What is said at once; as a text, its line in the record."""

    mark: str  # "##" of a heading, "-" of text, "@" of an attribute, "!" of an include or marked line, ";" of a comment
    pieces: tuple[Piece, ...]
    is_linked: bool = False  # whether its block, or its row of a table, links to another place of the site

    def __str__(self) -> str:
        return f"{self.mark} {' '.join(''.join(piece.shown for piece in self.pieces).split())}"


@dataclasses.dataclass
class Section:
    """What stands under one heading: its sentences, the numbers that code, output and figures hold, and the outputs."""

    heading: str
    level: int = 0  # of the heading; 0 before the first
    sentences: list[Sentence] = dataclasses.field(default_factory=list)
    computed: list[Computed] = dataclasses.field(default_factory=list)  # this and the outputs, parts of a section share
    outputs: list[str] = dataclasses.field(default_factory=list)
    source: Source | None = None  # the file that it is, if not a part of the page

    def compute(self, where: str, text: str) -> None:
        """Note the text of an output, or of "code" or a "figure", and the numbers in it."""
        self.computed += [(where, number, line) for line in text.splitlines() for number in COMPUTED.findall(line)]
        self.outputs += [text] if where == "output" else []


def parse(article: str) -> HtmlElement:
    """The article of a page, parsed."""
    return lxml.html.fragment_fromstring(article, create_parent="article")


def text_of(tag: HtmlElement) -> str:
    """The text of an element."""
    return str(tag.text_content())


def is_output(block: HtmlElement) -> bool:
    """Whether a block of a page looks like an output."""
    return any("output" in parent.get("class", "").split() for parent in block.iterancestors())


def spoken(named: Mapping[str, str]) -> list[Sentence]:
    """What the attributes of an element say, or the metadata of a page."""
    return [Sentence("@", (Piece("prose", said, f"{name}: {said}"),)) for name in SPOKEN if (said := named.get(name))]


def verbatim(mark: str, text: str) -> list[Sentence]:
    """The lines of a text, which are recorded as they stand, and assert no numbers."""
    return [Sentence(mark, (Piece("marked", "", line.rstrip()),)) for line in text.splitlines() if line.strip()]


def read(article: HtmlElement, made: Mapping[str, str]) -> list[Section]:
    """The Sections of a rendered page; `made` names the include that shows a text, a table or a drawing, by its key."""
    return _Reader(article, made).found


def key(text: str) -> str:
    """What the source and the looks of a text, a table or a drawing have in common: their letters and digits."""
    text = "".join(LABEL.findall(text)) if text.startswith("<svg") else text
    return re.sub(r"[\W_]+", "", html.unescape(MARKUP.sub("", text)))


class _Reader:
    """Walks over an article and fills its Sections."""

    def __init__(self, article: HtmlElement, made: Mapping[str, str]) -> None:
        self.made, self.row_is_linked = made, False
        self.found = [Section("(before the first heading)")]
        self.by_anchor: dict[str | None, Section] = {}
        self.block: list[Piece] = []
        self._read(article, "prose")

    def _read(self, tag: HtmlElement, kind: str) -> None:
        """Note what an element holds in the Section of the last heading."""
        if not isinstance(tag.tag, str) or tag.tag in SKIPPED or _is_permalink(tag):
            return
        if tag.tag == "math":
            self.block.append(Piece("formula", f" {mathml.text(tag)} ", f"${mathml.line(tag)}$"))
            return
        if tag.tag not in INLINE:
            self._end_block("-")
            if self._read_executed(tag):
                return
        if tag.tag == "tr":
            self.row_is_linked = any(not link.startswith(("http:", "https:")) for link in tag.xpath(".//a/@href"))
        if tag.tag in HEADINGS:
            self._begin_section(tag)
        self.found[-1].sentences += spoken(tag)
        is_picture = tag.tag == "figure" or "thumb" in tag.get("class", "").split()
        named = {name: said for name, said in tag.items() if name != "class" or is_picture}
        looks = [f"{name}: {said}" for name, said in named.items() if not UNSAID.fullmatch(name)]
        self.found[-1].sentences += verbatim("@", "\n".join(looks))
        self._read_inside(tag, _kind(tag, kind))
        if tag.tag not in INLINE:
            self._end_block("#" * self.found[-1].level if tag.tag in HEADINGS else "-")
        self.row_is_linked &= tag.tag != "tr"

    def _begin_section(self, heading: HtmlElement) -> None:
        section = Section(" ".join(text_of(heading).replace("¶", "").split()), int(heading.tag[1]))
        if whole := self.by_anchor.get(page_sections.whole_of(heading.get("id", ""), section.heading)):
            section.computed, section.outputs = whole.computed, whole.outputs
        if (anchor := heading.get("id")) != slugify(section.heading, "-"):
            section.sentences += verbatim("@", f"anchor: {anchor}")
        self.by_anchor[anchor] = section
        self.found.append(section)

    def _read_inside(self, tag: HtmlElement, kind: str) -> None:
        target = tag.get("href") if tag.tag == "a" else None
        opening, closing = ("[", f"]({target})") if tag.tag == "a" else MARKS.get(tag.tag, ("", ""))
        self.block += [Piece(kind, "", opening), Piece(kind, tag.text or "", tag.text or "")]
        for child in tag:
            self._read(child, kind)
            self.block.append(Piece(kind, child.tail or "", child.tail or ""))
        self.block.append(Piece(kind, "", closing))

    def _end_block(self, mark: str) -> None:
        """Split what the block holds into sentences with this mark."""
        is_linked = self.row_is_linked or any(LINK.match(piece.shown) for piece in self.block)
        sentences: list[list[Piece]] = [[]]
        shown = (piece for piece in self.block if piece.shown)
        for (kind, is_plain), pieces in itertools.groupby(shown, lambda piece: (piece.kind, piece.shown == piece.text)):
            if is_plain:
                this, *others = END_OF_SENTENCE.split("".join(piece.text for piece in pieces))
                sentences[-1].append(Piece(kind, this, this))
                sentences += [[Piece(kind, other, other)] for other in others]
            else:
                sentences[-1] += pieces
        said = (tuple(pieces) for pieces in sentences if any(piece.text.strip() for piece in pieces))
        self.found[-1].sentences += [Sentence(mark, pieces, is_linked) for pieces in said]
        self.block = []

    def _read_executed(self, tag: HtmlElement) -> bool:
        """Note what a block of code, an output, or a table or drawing of a snippet computes; whether it is one."""
        if tag.tag not in ("pre", "table", "svg"):
            return False
        labels = [text_of(label) for label in tag.iter("text")]
        here, name = self.found[-1], self.made.get(key("".join(labels) if tag.tag == "svg" else text_of(tag)), "")
        here.sentences += verbatim("!", name)
        if tag.tag == "pre":
            here.sentences += verbatim("!", "\n".join(map(text_of, tag.xpath(".//span[contains(@class, 'hll')]"))))
            if is_output(tag):
                here.compute("output", text_of(tag))
            elif tag.xpath("boolean(.//span[@class])"):  # code that is coloured, no data file
                here.compute("code", "".join(tag.xpath(EXECUTED, smart_strings=False)))
                said = (SHAPES.sub("", text_of(comment)) for comment in tag.xpath(COMMENTS))
                here.sentences += verbatim(";", "\n".join(said))
        elif tag.tag == "table" and name:
            rows = ([text_of(cell).strip() for cell in row.xpath("./th|./td")] for row in tag.iter("tr"))
            here.compute("output", "\n".join(map(" ".join, rows)))
        elif tag.tag == "svg" and name:
            here.compute("figure", " ".join(text_of(label) for label in tag.iter("text") if not label.xpath(TICK)))
        else:
            return False
        return True


def _is_permalink(tag: HtmlElement) -> bool:
    """Whether an element is the mark that links to the heading before it."""
    return tag.tag == "a" and tag.get("class") == "headerlink" and not re.search(r"\w", tag.text_content())


def _is_recorded(said: str) -> bool:
    """Whether a paragraph says what was recorded, on a day that has been."""
    found = RECORDED.fullmatch(said)
    with contextlib.suppress(ValueError):  # there is no such day
        day = found and datetime.datetime.strptime(f"{found[1]} +0000", "%d %B %Y %z")
        return bool(day and day <= datetime.datetime.now(datetime.UTC))
    return False


def _kind(tag: HtmlElement, around: str) -> str:
    """The kind of what stands in an element, given that of what is around it."""
    if "recorded" in tag.get("class", "").split():
        return "recorded" if tag.tag == "p" and _is_recorded(" ".join(text_of(tag).split())) else "not recorded"
    if tag.tag == "q" or "quote" in tag.get("class", "").split():
        return "quoted"
    return "emphasis" if tag.tag == "em" and around == "prose" else around
