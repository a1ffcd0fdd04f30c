"""A Markdown extension: puts each table of the extension `tables` into a frame, and makes its cells valid and aligned.

The frame scrolls where the table is too wide for the screen. A cell's alignment becomes a class instead of an inline
style, which a strict Content-Security-Policy forbids. An empty header cell becomes a plain cell.

In a column of numbers some of which have fewer decimals than others, each says what it lacks (`data-pad=".00"`): the
stylesheet shows that invisibly, so that the points line up and the padding is neither read aloud nor copied. The head
of a column that holds one of the six quantities has that quantity's name as a class. What must not break has "word":
a head that begins with a sign, and a shape.

A cell of a column of verdicts carries its own, without the reason, as `data-verdict`: the ledger selects rows by it.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

ALIGNMENT = re.compile(r"text-align: (\w+);")
NUMBER = re.compile(r"[-−+]?(?:\d[\d,_]*(?P<decimals>\.\d+)?|inf|nan|∞)")
SHAPE = re.compile(r"(?:\w{1,8} )?\([\w*, ]{1,12}\)")
STASHED = re.compile("\x02[^\x03]*?(\\d*)\x03")  # HTML within a cell, which Markdown puts back later
QUANTITIES = {
    "logit": "logit|logits|logits z|z|model returns z",
    "prob": "softmax|probabilit(y|ies)|p|exp / sum",
    "logprob": "log-?softmax|log_softmax|log\\(softmax\\)|log-probability|formula|z - logsumexp\\(z\\)"
    "|\\(z - max\\) - log\\(total\\)",
    "target": "targets?|target y|y|one-hot|ordinal",
    "loss": "loss|losses|mean loss|cross[-_]entropy|-log\\(softmax\\)|-log_softmax|mean NLL",
    "gradient": "gradient|autograd|p - y|(gradient )?of (cross-entropy|squared error)",
}


class TablesProcessor(Treeprocessor):
    """Frames each table, and changes its cells column by column."""

    def run(self, root: etree.Element) -> None:
        """Change the tables where they stand."""
        for parent in list(root.iter()):
            for place, table in enumerate(parent):
                if table.tag == "table" and not table.get("class"):
                    table.set("class", "table")
                    parent[place] = frame = etree.Element("div", {"class": "frame"})
                    frame.append(table)
                    frame.tail, table.tail = table.tail, None
                    for head, *cells in zip(*table.iter("tr"), strict=False):
                        _change_column(head, cells)
                    self._keep_shapes_whole(table)

    def _keep_shapes_whole(self, table: etree.Element) -> None:
        for code in table.iter("code"):
            held = STASHED.fullmatch(code.text or "")
            text = str(self.md.htmlStash.rawHtmlBlocks[int(held[1])] if held else code.text)
            if SHAPE.fullmatch(text):
                _add_class(code, "word")


def _change_column(head: etree.Element, cells: Sequence[etree.Element]) -> None:
    for cell in (head, *cells):
        _align_by_class(cell)
    _add_classes(head)
    if "right" in head.get("class", ""):
        _pad(cells)
    if _text(head) == "verdict":
        for cell in cells:
            cell.set("data-verdict", _text(cell).partition(":")[0])
    if not len(head) and not (head.text or "").strip():
        head.tag = "td"


def _align_by_class(cell: etree.Element) -> None:
    if alignment := ALIGNMENT.fullmatch(cell.get("style", "")):
        del cell.attrib["style"]
        _add_class(cell, alignment[1])


def _add_classes(head: etree.Element) -> None:
    text = _text(head)
    for quantity, names in QUANTITIES.items():
        if re.fullmatch(names, text):
            _add_class(head, quantity)
    if text.startswith("-") and " " not in text:  # browsers would break the line behind its sign
        _add_class(head, "word")


def _pad(cells: Sequence[etree.Element]) -> None:
    """Note what each number lacks to have as many decimals as the one that has most."""
    decimals = {cell: number["decimals"] or "" for cell in cells if (number := NUMBER.fullmatch(_text(cell)))}
    longest = max(decimals.values(), key=len, default="")
    for cell, own in decimals.items():
        if lacking := longest[len(own) :]:
            cell.set("data-pad", re.sub(r"\d", "0", lacking))


def _add_class(element: etree.Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())


def _text(cell: etree.Element) -> str:
    return STASHED.sub("", "".join(cell.itertext())).strip()


class TablesExtension(Extension):
    """To be listed beside `tables`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after the inline patterns (priority 20), which fill the cells."""
        md.treeprocessors.register(TablesProcessor(md), "cells", 14)


def makeExtension(**options: Any) -> TablesExtension:
    """The extension; Markdown calls this to load it."""
    return TablesExtension(**options)
