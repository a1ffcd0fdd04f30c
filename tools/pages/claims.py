"""Finds claims in words, "identical", "larger than", "overflows", and the line of output that shows each."""

import re
from collections.abc import Sequence

from tools.pages.assertions import Sentence

CLAIMS = {  # the words that make a claim of each kind
    "equality": r"\bidentical|to the last bit|digit for digit|\bexactly the same|\bequal to\b"
    r"|\b(?:is|are|gives?|prints?) the same\b|\bagree\b",
    "difference": r"\bdiffers?\b|\bdisagree|\bdoes not agree\b",
    "order": r"\b(?:larger|smaller|greater|less|more|fewer|higher|lower|further|worse|better) than\b"
    r"|\bshrinks?\b|\bexceeds?\b",
    "overflow": r"\boverflows?\b|\bis infinite\b|\binfinity\b",
    "underflow": r"\bunderflows?\b|\brounded to 0\b|\bvanish",
}
NUMBER, DECIMALS = r"-?(?:\d+(?:\.\d+)?|inf|nan)", r"\d\.\d{3,}"
NOT_FINITE, ZERO = r"\b(?:inf|nan)\b", r"\b0\.(?:0*\b|\B)"
WORD = re.compile(r"[A-Za-z_]{4,}|\d+\.\d+")


def find(sentence: Sentence) -> list[tuple[str, str]]:
    """The first claim of each kind in a sentence, outside formulas and quotations: its words and its kind."""
    said = " ".join(piece.text for piece in sentence.pieces if piece.kind == "prose")
    found = [(re.search(words, said), kind) for kind, words in CLAIMS.items()] if sentence.mark in "-#" else []
    return [(claim[0], kind) for claim, kind in found if claim]


def evidence(sentence: Sentence, kind: str, outputs: Sequence[str]) -> str:
    """The line of output, or the whole output in one line, that shows a claim of this kind; "" if none does.

    Of several, that which has most words and decimals in common with the sentence.
    """
    words = set(WORD.findall(sentence.line))
    lines = [line for output in outputs for line in output.splitlines()]
    whole = [" / ".join(output.strip("\n").split("\n")) for output in outputs]
    shown = [" ".join(text.split()) for text in [*lines, *whole] if _shows(kind, text)]
    return max(shown, key=lambda text: len(words & set(WORD.findall(text))), default="")


def _shows(kind: str, text: str) -> bool:
    decimals, has_two = re.findall(DECIMALS, text), len(set(re.findall(NUMBER, text))) > 1
    match kind:
        case "equality":
            return "True" in text or len(set(decimals)) < len(decimals)
        case "difference" | "order":
            return has_two or ("True" if kind == "order" else "False") in text
        case _:
            return bool(re.search(NOT_FINITE if kind == "overflow" else f"{NOT_FINITE}|{ZERO}", text))
