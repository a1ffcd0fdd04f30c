"""A Markdown extension: formulas between dollars become MathML at build time, so that pages need no script for them.

Arithmatex (pymdown-extensions) finds `$inline$` and `$$display$$`; math-core turns the LaTeX into MathML.
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
                    formula = CONVERTER.convert_with_local_state(latex, displaystyle=element.tag == "div")
                except LatexError as error:
                    message = f"{self._place(latex)}the formula {latex!r} does not parse, at character {error}"
                    if self.strict:
                        raise FormulaError(message) from None
                    log.warning(message)
                    formula = html.escape(message)
                element.text = self.md.htmlStash.store(formula)

    def _place(self, latex):
        if not self.source:
            return ""
        text = Path(self.source).read_text(encoding="utf-8")
        if self.source.endswith(".py"):
            text = re.sub(r"^# ?", "", text, flags=re.MULTILINE)  # the prose of a notebook stands in comments
        before, found, _ = text.partition(latex)
        return f"{os.path.relpath(self.source)}:{before.count(chr(10)) + 1 if found else 1}: "


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
