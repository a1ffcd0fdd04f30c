"""Finds claims in words, "identical", "larger than", "overflows", and the line of output that shows each."""

import re
from collections.abc import Iterator, Sequence

from tools.pages.assertions import Judged, Sentence

CLAIMS = {  # the words that make a claim of each kind
    "equality": r"\bidentical|to the last bit|digit for digit|\bexactly the same|\bequal to\b"
    r"|\b(?:is|are|gives?|prints?) the same\b|\bagree\b",
    "difference": r"\bdiffers?\b|\bdisagree|\bdoes not agree\b",
    "order": r"\b(?:larger|smaller|greater|less|more|fewer|higher|lower|further|worse|better) than\b"
    r"|\bshrinks?\b|\bexceeds?\b",
    "overflow": r"\boverflows?\b|\bis infinite\b|\binfinity\b",
    "underflow": r"\bunderflows?\b|\brounded to 0\b|\bvanish",
}
NOT_FINITE, ZERO = r"\b(?:inf|nan)\b", r"\b0\.(?:0*\b|\B)"
SHOWN = {"difference": "False", "overflow": NOT_FINITE, "underflow": f"{NOT_FINITE}|{ZERO}"}  # the others by True
NUMBER, DECIMALS = r"-?(?:\d+(?:\.\d+)?|inf|nan)", r"\d\.\d{3,}"
WORD = re.compile(r"[A-Za-z_]{4,}|\d+\.\d+")


def judge(sentence: Sentence, outputs: Sequence[str]) -> Iterator[Judged]:
    """What shows the first claim of each kind in a sentence, outside formulas and quotations."""
    said = " ".join(piece.text for piece in sentence.pieces if piece.kind == "prose" and sentence.mark[0] in "-#")
    for kind, words in CLAIMS.items():
        if said and (claim := re.search(words, said)):
            shown = _evidence(sentence, kind, outputs)
            linked = "shown where a link leads" if sentence.is_linked else ""
            by = f"shown by {shown}" if shown else linked
            remedy = "print what shows it, or link to the section that does"
            yield claim[0], by, "" if by else f"no output there shows this claim of {kind}; {remedy}"


def _evidence(sentence: Sentence, kind: str, outputs: Sequence[str]) -> str:
    """The line of output, or whole output in one line, that shows such a claim and is likest to the sentence; or ""."""
    words = set(WORD.findall(str(sentence)))
    lines = [line for output in outputs for line in output.splitlines()]
    whole = [" / ".join(output.strip("\n").split("\n")) for output in outputs]
    shown = [" ".join(text.split()) for text in [*lines, *whole] if _shows(kind, text)]
    return max(shown, key=lambda text: len(words & set(WORD.findall(text))), default="")


def _shows(kind: str, text: str) -> bool:
    decimals, differ = re.findall(DECIMALS, text), len(set(re.findall(NUMBER, text))) > 1
    by_numbers = {"equality": len(set(decimals)) < len(decimals), "difference": differ, "order": differ}
    return by_numbers.get(kind, False) or bool(re.search(SHOWN.get(kind, "True"), text))
