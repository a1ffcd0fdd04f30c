"""A Markdown extension: formulas between dollars become MathML at build time, so that pages need no script for them.

Arithmatex (pymdown-extensions) finds `$inline$` and `$$display$$`; math-core turns the LaTeX into MathML. The columns of
its tables get classes instead of inline styles, which a strict Content-Security-Policy forbids.
"""

import html
import logging
import os
import re
from pathlib import Path

from markdown.treeprocessors import Treeprocessor
from math_core import LatexError, LatexToMathML
from mkdocs.exceptions import BuildError
from pymdownx.arithmatex import ArithmatexExtension

log = logging.getLogger("mkdocs.mathml")
CONVERTER = LatexToMathML(fancy_error=False)
COLUMNS = {
    "text-align: right;justify-items: end;padding-right: 0;": "right",
    "text-align: left;justify-items: start;padding-left: 0;": "after",
    "text-align: left;justify-items: start;padding-right: 0;": "left",
    "text-align: left;justify-items: start;padding-right: 0;padding-left:1em;": "apart",
}


class FormulaError(BuildError):
    """A formula that is not valid LaTeX, with the line of the page where it stands."""


class MathMLProcessor(Treeprocessor):
    """Replaces the LaTeX in Arithmatex's elements by MathML."""

    def __init__(self, md, source, strict):
        super().__init__(md)
        self.source, self.strict = source, strict

    def run(self, root):
        """Convert every formula; for one that does not parse raise a FormulaError, or show the message if not strict."""
        for element in root.iter():
            if element.get("class") == "arithmatex":
                latex = html.unescape(element.text).strip()
                try:
                    formula = _without_styles(
                        CONVERTER.convert_with_local_state(latex, displaystyle=element.tag == "div")
                    )
                except (LatexError, KeyError) as error:
                    wrong = f"does not parse, at character {error}"
                    if isinstance(error, KeyError):
                        wrong = f"needs the inline style {error}, which browsers are told to ignore; write it without"
                    message = f"{self._place(latex)}the formula {latex!r} {wrong}"
                    if self.strict:
                        raise FormulaError(message) from None
                    log.warning(message)
                    formula = html.escape(message)
                # an inline formula keeps the stop or comma behind it on its line
                stop = re.match(r"[^\w\s\x02]*", element.tail or "")[0] if element.tag == "span" else ""
                element.text = self.md.htmlStash.store(formula) + stop
                element.tail = (element.tail or "")[len(stop) :]

    def _place(self, latex):
        if not self.source:
            return ""
        text = Path(self.source).read_text(encoding="utf-8")
        if self.source.endswith(".py"):
            text = re.sub(r"^# ?", "", text, flags=re.MULTILINE)  # the prose of a notebook stands in comments
        before, found, _ = text.partition(latex)
        return f"{os.path.relpath(self.source)}:{before.count(chr(10)) + 1 if found else 1}: "


def _without_styles(formula):
    formula = formula.replace(' scriptlevel="0"', "")  # which HTML has on other elements only, and is so without
    return re.sub(r' style="([^"]*)"', lambda style: f' class="{COLUMNS[style[1]]}"', formula)


class MathMLExtension(ArithmatexExtension):
    """Arithmatex with MathML as its output.

    Options: `source`, the page's file, for messages; `strict`, whether a formula that does not parse ends the build.
    """

    def __init__(self, **options):
        self.source, self.strict = options.pop("source", ""), options.pop("strict", True)
        super().__init__(generic=True, tex_inline_wrap=["", ""], tex_block_wrap=["", ""], **options)

    def extendMarkdown(self, md):
        """Register after the inline patterns (priority 20), which find the formulas."""
        super().extendMarkdown(md)
        md.treeprocessors.register(MathMLProcessor(md, self.source, self.strict), "mathml", 15)


def makeExtension(**options):
    """What Markdown calls to load the extension."""
    return MathMLExtension(**options)
