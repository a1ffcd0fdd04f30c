"""Finds claims in words, "identical", "larger than", "overflows", that no output beside them shows.

What stands in emphasis is a source's claim, not the page's.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from bs4 import Tag

from tools.examples.files import Problem, read_if_there
from tools.pages import numbers
from tools.pages.source_lines import SourceLines

WITHIN_THE_SITE = re.compile("^(?!https?:)")
DECIMALS = re.compile(r"\d\.\d{3,}")
ALL_NUMBERS = re.compile(r"\d+(?:\.\d+)?|inf|nan")


@dataclasses.dataclass(frozen=True)
class Kind:
    """A kind of claim: the words that make it, and whether a text of output can show it."""

    name: str
    words: re.Pattern[str]
    is_shown_by: Callable[[str], bool]


def _shows_equality(text: str) -> bool:
    decimals = DECIMALS.findall(text)
    return "True" in text or len(set(decimals)) < len(decimals)


def _shows_difference(text: str) -> bool:
    return "False" in text or len(set(ALL_NUMBERS.findall(text))) > 1


def _shows_order(text: str) -> bool:
    return "True" in text or len(set(re.findall(r"-?\d+(?:\.\d+)?", text))) > 1


def _shows_overflow(text: str) -> bool:
    return bool(re.search(r"\binf\b|\bnan\b", text))


def _shows_underflow(text: str) -> bool:
    return bool(re.search(r"\binf\b|\bnan\b|\b0\.(?:0*\b|\B)", text))


KINDS = [
    Kind(
        "equality",
        re.compile(
            r"\bidentical|to the last bit|digit for digit|\bexactly the same|\bequal to\b"
            r"|\b(?:is|are|gives?|prints?) the same\b|\bagree\b"
        ),
        _shows_equality,
    ),
    Kind("difference", re.compile(r"\bdiffers?\b|\bdisagree|\bdoes not agree\b"), _shows_difference),
    Kind(
        "order",
        re.compile(
            r"\b(?:larger|smaller|greater|less|more|fewer|higher|lower|further|worse|better) than\b"
            r"|\bshrinks?\b|\bexceeds?\b"
        ),
        _shows_order,
    ),
    Kind("overflow", re.compile(r"\boverflows?\b|\bis infinite\b|\binfinity\b"), _shows_overflow),
    Kind("underflow", re.compile(r"\bunderflows?\b|\brounded to 0\b|\bvanish"), _shows_underflow),
]


def unshown(page: Path, article: Tag) -> Iterator[Problem]:
    """A Problem for each claim that neither output under its heading nor a link in its sentence, item or row shows.

    What the introduction claims may be shown anywhere on the page. A table without a link counts as output.
    """
    tables = [numbers.cells(table) for table in article("table") if not table.find("a", href=WITHIN_THE_SITE)]
    sections, place = numbers.sections(article, tables), SourceLines(read_if_there(page))
    whole = "\n".join(output for section in sections for output in section.outputs)
    for section in sections:
        shown = whole if section.blocks[:1] and section.blocks[0].name == "h1" else "\n".join(section.outputs)
        for block in section.blocks:
            for kind, claim in _claims(block):
                if not _has_link(block) and not kind.is_shown_by(shown):
                    text = f"under {section.heading!r}: {claim!r} claims an {kind.name} that no output there shows"
                    yield Problem(page, place.of(section.heading, claim), text)


def _claims(block: Tag) -> Iterator[tuple[Kind, str]]:
    """The first claim of each kind in a block, outside formulas and emphasis, with its words."""
    said = " ".join(text for text in block.find_all(string=True) if not text.find_parent(["math", "em"]))
    for kind in KINDS:
        if claim := kind.words.search(said):
            yield kind, claim[0]


def _has_link(block: Tag) -> bool:
    """Whether a block, or the row of a cell, links to a section of the site."""
    around = block.parent if block.name == "td" and block.parent else block
    return around.find("a", href=WITHIN_THE_SITE, class_=False) is not None
