"""A Markdown extension: formulas between dollars become MathML at build time, so that pages need no script for them.

Arithmatex (pymdown-extensions) finds `$inline$` and `$$display$$`; math-core turns the LaTeX into MathML. The columns
of its tables get classes instead of inline styles, which a strict Content-Security-Policy forbids.
"""

import html
import logging
import os
import re
import xml.etree.ElementTree as etree
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
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
# Between formulas, which stand below each other where the screen is narrow; not in the lines of one.
BESIDE = re.compile(r"\\qquad(?!\w)(?!(?:(?!\\begin).)*\\end)", re.DOTALL)
# What nests in a formula, and the signs before which a chain of equations may go on in the next line.
CHAIN = re.compile(r"\\begin{\w+}|\\end{\w+}|\\left\b|\\right\b|(?<!\\)[{}]|[][]|\\quad\\Longrightarrow|(?<![:\\<>!])=")
LISTED = re.compile(r",\s*\\|\\quad(?!\\Long|\s)|\\text")  # several equations or conditions, which are no chain
STYLE = re.compile(r' style="([^"]*)"')
PUNCTUATION = re.compile(r"([^\w\s\x02]*)(.*)", re.DOTALL)  # and what follows it; \x02 begins what Markdown has stashed


class FormulaError(BuildError):
    """A formula that cannot be shown, with the line of the page where it stands."""


class MathMLProcessor(Treeprocessor):
    """Replaces the LaTeX in Arithmatex's elements by MathML."""

    def __init__(self, md: Markdown, source: str, strict: bool) -> None:
        super().__init__(md)
        self.source, self.strict = source, strict

    def run(self, root: etree.Element) -> None:
        """Replace every formula; for one that cannot be shown raise a FormulaError, or show why if not strict."""
        for element in root.iter():
            if element.get("class") == "arithmatex":
                self._replace(element)

    def _replace(self, element: etree.Element) -> None:
        is_display = element.tag == "div"
        latex = html.unescape(element.text or "").strip()
        element.text = self.md.htmlStash.store(self._convert(latex, is_display))
        if not is_display and (following := PUNCTUATION.fullmatch(element.tail or "")):
            element.text += following[1]  # so that no line breaks before it
            element.tail = following[2]

    def _convert(self, latex: str, is_display: bool) -> str:
        """The MathML of a formula, or of each that stands beside others; if there is none and not strict, why."""
        parts = [_steps(part) for part in BESIDE.split(latex)] if is_display else [[latex]]
        try:
            shown = ["".join(self._shown(step, len(part) > 1, is_display) for step in part) for part in parts]
            return _without_styles(shown[0] if len(shown) == 1 else "".join(f"<span>{each}</span>" for each in shown))
        except LatexError as error:
            return self._refuse(latex, f"does not parse, at character {error}")
        except KeyError as error:
            return self._refuse(latex, f"needs the inline style {error}, which browsers are told to ignore; drop it")

    def _shown(self, latex: str, is_step: bool, is_display: bool) -> str:
        mathml = CONVERTER.convert_with_local_state(latex, displaystyle=is_display)
        return f'<span class="step">{mathml}</span>' if is_step else mathml

    def _refuse(self, latex: str, wrong: str) -> str:
        message = f"{self._place(latex)}the formula {latex!r} {wrong}"
        if self.strict:
            raise FormulaError(message) from None
        log.warning(message)
        return html.escape(message)

    def _place(self, latex: str) -> str:
        """Where in the page's file a formula stands, as "path:line: "; "" if the file is not known."""
        if not self.source:
            return ""
        text = Path(self.source).read_text(encoding="utf-8")
        if self.source.endswith(".py"):
            text = re.sub(r"^# ?", "", text, flags=re.MULTILINE)  # the prose of a notebook stands in comments
        before, found, _ = text.partition(latex)
        line = before.count("\n") + 1 if found else 1
        return f"{os.path.relpath(self.source)}:{line}: "


def _steps(latex: str) -> list[str]:
    """A formula in steps, between which a line may break: a chain such as `a = b = c` in two, any other in one."""
    depth, at = 0, dict[str, list[int]](equals=[], follows=[])
    for sign in CHAIN.finditer(latex):
        if sign[0] == "=" or "Long" in sign[0]:
            at["equals" if sign[0] == "=" else "follows"] += [sign.start()] if depth == 0 else []
        else:
            depth += 1 if sign[0].startswith(("{", "[", r"\begin", r"\left")) else -1
    cuts = [] if LISTED.search(latex) else at["follows"] or at["equals"][1:]
    return [latex[start:end] for start, end in zip([0, *cuts], [*cuts, len(latex)], strict=True)]


def _without_styles(mathml: str) -> str:
    """The MathML with classes for the styles of columns; raises a KeyError for any other style."""
    mathml = mathml.replace(' scriptlevel="0"', "")  # the default, which HTML allows on other elements only
    return STYLE.sub(lambda style: f' class="{COLUMNS[style[1]]}"', mathml)


class MathMLExtension(Extension):
    """Arithmatex with MathML as its output.

    Options: `source`, the page's file, for messages; `strict`, whether a formula that cannot be shown ends the build.
    """

    def __init__(self, **options: Any) -> None:
        strict = "whether a formula that cannot be shown ends the build"
        self.config = {"source": ["", "the page's file"], "strict": [True, strict]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after the inline patterns (priority 20), which find the formulas."""
        finder = ArithmatexExtension(generic=True, tex_inline_wrap=["", ""], tex_block_wrap=["", ""])
        finder.extendMarkdown(md)
        md.treeprocessors.register(MathMLProcessor(md, **self.getConfigs()), "mathml", 15)


def makeExtension(**options: Any) -> MathMLExtension:
    """The extension; Markdown calls this to load it."""
    return MathMLExtension(**options)
