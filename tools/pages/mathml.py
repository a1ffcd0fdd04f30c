"""Writes a formula, given as MathML, as a line in which a moved brace, index or sign is seen."""

import re

from lxml.html import HtmlElement

INVISIBLE = re.compile("[\u2061\u2062\u2063\u200b]")
FORMS = {"mfrac": "frac({}; {})", "msup": "{}^{{{}}}", "msub": "{}_{{{}}}", "msubsup": "{}_{{{}}}^{{{}}}"}
NAMED = {"munder", "mover", "munderover", "msqrt", "mroot", "mtable", "mtr", "mtd", "menclose", "mphantom"}
LOOKS = ("linethickness", "mathcolor")  # of a fraction without its bar, of what is hardly seen


def text(formula: HtmlElement) -> str:
    """The tokens of a formula, apart from each other, as a reader sees them from left to right."""
    return " ".join(INVISIBLE.sub("", " ".join(formula.itertext())).split())


def line(part: HtmlElement) -> str:
    """A formula by its structure, such as `frac(e^{z_{c}}; sum_{k} e^{z_{k}})`."""
    inside = [line(child) for child in part if isinstance(child.tag, str)]
    own, looks = INVISIBLE.sub("", (part.text or "").strip()), "".join(part.get(name, "") for name in LOOKS)
    if looks or part.tag in NAMED:
        return f"{part.tag[1:]}{looks}({'; '.join([*filter(None, [own]), *inside])})"
    if form := FORMS.get(part.tag):
        return form.format(*inside)
    return f'"{own}"' if part.tag == "mtext" else " ".join(filter(None, [own, *inside]))
