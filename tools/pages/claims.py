"""Finds claims in words, "identical", "larger than", "overflows", and the line of output that shows each."""

import dataclasses
import re
from collections.abc import Callable, Sequence

from tools.pages.assertions import Sentence

DECIMALS = re.compile(r"\d\.\d{3,}")
ALL_NUMBERS = re.compile(r"\d+(?:\.\d+)?|inf|nan")
WORD = re.compile(r"[A-Za-z_]{4,}|\d+\.\d+")


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
RELATIONS = re.compile(
    r"\b(?:equals?|same|first|second|third|last|largest|smallest|highest|lowest|best|worst|most|least|always|never|only"
    r"|every|all|none|no|forward|backward|before|after|above|below|left|right|up|down|increas\w+|decreas\w+|rises?|falls?"
    r"|positive|negative|raises|returns|infinite|finite|zero|not|larger|smaller|more|less|fewer|higher|lower)\b"
)


def find(sentence: Sentence) -> list[tuple[str, Kind]]:
    """The first claim of each kind in a sentence, outside formulas and quotations: its words and its Kind."""
    said = " ".join(piece.text for piece in sentence.pieces if piece.kind == "prose")
    found = [(kind.words.search(said), kind) for kind in KINDS] if sentence.mark == "-" else []
    return [(claim[0], kind) for claim, kind in found if claim]


def is_claim(sentence: Sentence) -> bool:
    """Whether a sentence claims a relation, which another word would make false."""
    return bool(RELATIONS.search(sentence.line))


def evidence(sentence: Sentence, kind: Kind, outputs: Sequence[str]) -> str:
    """The line of output, or the whole output in one line, that shows a claim of this kind; "" if none does.

    Of several, that which has most words and decimals in common with the sentence.
    """
    words = set(WORD.findall(sentence.line))
    lines = [line.strip() for output in outputs for line in output.splitlines()]
    whole = [" / ".join(output.split("\n")).strip(" /") for output in outputs]
    shown = [text for text in [*lines, *whole] if kind.is_shown_by(text)]
    return max(shown, key=lambda text: len(words & set(WORD.findall(text))), default="")
