"""Writes a formula, given as MathML, as a line in which a moved brace, index or sign is seen."""

import re

from lxml.html import HtmlElement

INVISIBLE = re.compile("[\u2061\u2062\u2063\u200b]")


def text(formula: HtmlElement) -> str:
    """The tokens of a formula, apart from each other, as a reader sees them from left to right."""
    return " ".join(INVISIBLE.sub("", " ".join(formula.itertext())).split())


def line(part: HtmlElement) -> str:
    """A formula by its structure, such as `frac(e^{z_{c}}; sum_{k} e^{z_{k}})`."""
    inside = [line(child) for child in part if isinstance(child.tag, str)]
    match part.tag:
        case "mfrac":
            return f"frac({inside[0]}; {inside[1]})"
        case "msup":
            return f"{inside[0]}^{{{inside[1]}}}"
        case "msub":
            return f"{inside[0]}_{{{inside[1]}}}"
        case "msubsup":
            return f"{inside[0]}_{{{inside[1]}}}^{{{inside[2]}}}"
        case "munder" | "mover" | "munderover" | "msqrt" | "mroot" | "mtable" | "mtr" | "mtd" | "menclose":
            return f"{part.tag[1:]}({'; '.join(inside)})"
        case "mspace":
            return ""
        case "mtext":
            return f'"{_own(part)}"'
        case _:
            return " ".join(filter(None, [_own(part), *inside]))


def _own(part: HtmlElement) -> str:
    return INVISIBLE.sub("", (part.text or "").strip())
