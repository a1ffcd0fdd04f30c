"""Finds every number that a reader of a page sees outside its code, and what computes it under the same heading."""

import dataclasses
import re
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from bs4 import NavigableString, Tag

from tools.snippets import Problem

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d[\d_]*)(?:\.\d+)?|\.\d+"
NUMBER = rf"(?<![\w.])[-−]?(?:{DIGITS})(?:[eE][-−+]?\d+)?(?: ?%)?(?!\w|\.\d)|(?<!\w)[-−]?(?:inf|nan|∞)(?!\w)"
NAME = r"(?<![\w.])(?=\w*[^\W\d])\w*\d\w*"  # a word with a digit in it, such as float32
TOKEN = re.compile(rf"{NUMBER}|(?P<name>{NAME})")
COMPUTED = re.compile(rf"(?<![\w.])-?(?:{DIGITS}|\d+\.)(?:[eE][-+]?\d+)?(?!\w|\.\d)|(?<!\w)-?(?:inf|nan)(?!\w)")
INLINE = {"a", "abbr", "code", "em", "mark", "span", "strong", "sub", "sup"}


@dataclasses.dataclass
class Section:
    """What stands under one heading: what is seen outside code, as (kind, text) in order, and the numbers that its code
    computes, as (where, number). A kind is "prose", "formula", "quoted" or "exempt: REASON". `outputs` are the texts of its
    output blocks and tables, `blocks` its paragraphs, list items and cells (tags).
    """

    heading: str
    seen: list = dataclasses.field(default_factory=list)
    computed: list = dataclasses.field(default_factory=list)
    outputs: list = dataclasses.field(default_factory=list)
    blocks: list = dataclasses.field(default_factory=list)

    def add(self, kind, text):
        """Note a text that a reader sees; it continues the one before if that is of its kind."""
        if self.seen and self.seen[-1][0] == kind != "formula":
            text = self.seen.pop()[1] + text
        self.seen.append((kind, text))


def cells(table):
    """The texts of a table's cells, row by row."""
    return [[cell.text.strip() for cell in row(["th", "td"])] for row in table("tr")]


def labels(drawing):
    """The texts in an SVG drawing."""
    return [label.text for label in drawing("text")]


def sections(article, tables=(), drawings=()):
    """The Sections of a rendered page. `tables` and `drawings` are the cells and labels of those that a snippet made."""
    found = [Section("(before the first heading)")]

    def read(tag, kind="prose"):
        classes, here = set(tag.get("class", ())), found[-1]
        kind = "quoted" if tag.name == "q" or "quote" in classes else kind
        if "headerlink" in classes or tag.name in ("script", "style"):
            return
        if "uncomputed" in classes:
            here.add(f"exempt: {tag.get('title', '')}", tag.text)
        elif tag.name == "math":
            here.add("formula", " ".join(tag.get_text(" ").replace("\u2061", "").split()))
        elif tag.name == "pre":
            here.computed += _of_block(tag)
            if _is_output(tag):
                here.outputs.append(tag.text)
        elif tag.name == "table" and cells(tag) in tables:
            here.computed += _numbers("output", " ".join(tag.stripped_strings))
            here.outputs.append(" ".join(tag.stripped_strings))
        elif tag.name == "svg" and labels(tag) in drawings:
            drawn = [label.text for label in tag("text") if not label.find_parent(id=re.compile("[xy]tick_"))]
            here.computed += _numbers("figure", " ".join(drawn))
        else:
            if re.fullmatch("h[1-6]", tag.name):
                found.append(Section(" ".join(tag.get_text().replace("¶", "").split())))
            if tag.name in ("p", "li", "td", "figcaption", "h1", "h2", "h3"):
                found[-1].blocks.append(tag)
            gap = "" if tag.name in INLINE else "\n"
            spoken = [tag[name] for name in ("aria-label", "alt", "title") if tag.get(name)]
            found[-1].add(kind, gap + "".join(f"{text}\n" for text in spoken))
            for child in tag.children:
                if isinstance(child, Tag):
                    read(child, kind)
                elif type(child) is NavigableString:
                    found[-1].add(kind, str(child))
            found[-1].add(kind, gap)

    read(article)
    return found


def _numbers(where, text):
    return [(where, number) for number in COMPUTED.findall(text)]


def _is_output(block):
    return any("output" in parent.get("class", ()) for parent in block.parents)


def _of_block(block):
    """What a block of code or output computes. Comments and strings are typed, not computed; data files are neither."""
    if _is_output(block):
        return _numbers("output", block.text)
    if not block.find("span", class_=True):  # no syntax to colour
        return []
    tokens = [token for token in block.find_all(string=True) if not re.match("[cs]", " ".join(token.parent.get("class", ())))]
    return _numbers("code", "".join(tokens))


def value(number):
    """The Decimal that a number's text means; that of a percentage is the fraction."""
    text = re.sub("[,_% ]", "", number.replace("−", "-").replace("∞", "inf"))
    return Decimal(text) / (100 if "%" in number else 1)


def source(number, computed):
    """What computes a number of the prose: "output 0.4076", "code 2.5", "rounds 0.3567"; "" if nothing does.

    It must be equal to a computed number or, if it has decimals, be the correct rounding of just one that has more.
    """
    this = value(number)
    for where, text in computed:
        if value(text) == this or value(text).is_nan() and this.is_nan():
            return f"{where} {text}"
    if not this.is_finite() or this.as_tuple().exponent >= 0:
        return ""
    rounded = {value(text): text for _, text in computed if _rounds(value(text), this)}
    return f"rounds {next(iter(rounded.values()))}" if len(rounded) == 1 else ""


def _rounds(exact, this):
    longer = exact.is_finite() and exact.as_tuple().exponent < this.as_tuple().exponent
    return longer and this in [exact.quantize(this, how) for how in (ROUND_HALF_EVEN, ROUND_HALF_UP)]


def nearest(number, computed):
    """The computed number closest to one of the prose, in words."""
    finite, this = [text for _, text in computed if value(text).is_finite()], value(number)
    if not finite or not this.is_finite():
        return "nothing like it is computed there"
    return f"the nearest is {min(finite, key=lambda text: abs(value(text) - this))}"


def _judge(kind, match, computed, quotable):
    """For a number or a name: what stands for it, for its record, and what is wrong with it, if anything."""
    number = match[0]
    if match["name"]:
        return "name", ""
    if kind == "quoted":
        listed = number.replace("−", "-") in quotable
        return kind, "" if listed else "it is marked as quoted, and the ledger lists no such number of this source"
    if kind.startswith("exempt"):
        return kind, "" if kind != "exempt: " else "it is exempt without a reason, give it one as its title"
    if kind == "formula" and re.fullmatch("[-−]?[\\d∞]", number):
        return "formula", ""  # a part of its form, as the 2 of a square is
    either = [number, re.sub("^[-−]", "", number)] if kind == "formula" else [number]  # there, a minus may subtract
    by = next(filter(None, (source(each, computed) for each in either)), "")
    return by, "" if by else f"no code there computes it, {nearest(number, computed)}"


def audit(page, found, quotable=frozenset()):
    """The record of a page's Sections, one line a number or formula, and a Problem for each number that nothing computes.

    `quotable` holds the numbers that the ledger lists as printed by the page's source.
    """
    lines, problems = [], []
    for section in found:
        said = []
        for kind, text in section.seen:
            if kind == "formula" and " " in text:
                said.append(f"{text}\tformula")
            for match in TOKEN.finditer(text):
                by, wrong = _judge(kind, match, section.computed, quotable)
                if wrong:
                    problems.append(Problem(page, 0, f"{match[0]} under {section.heading!r}: {wrong}"))
                if by != "formula":
                    said.append(f"{match[0]}\t{by}")
        lines += ["", f"# {section.heading}", *said] if said else []
    return "\n".join(lines), problems
