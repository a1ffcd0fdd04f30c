"""A Markdown extension: what the extension `tables` writes, as valid HTML that a strict Content-Security-Policy lets pass, in a
frame of its own, which scrolls where the table is too wide for the screen.

A cell's alignment becomes a class instead of an inline style. A header without text, which heads nothing, becomes a plain cell.
In a column of numbers some of which have fewer decimals than others, each says what it lacks (`data-pad=".00"`): the stylesheet
shows that invisibly, so that the points stand below each other, and nobody hears or copies it. The head of a column that
holds one of the six quantities has that quantity's name as a class; "word" if it must not be broken.
"""

import re
import xml.etree.ElementTree as etree

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

NUMBER = re.compile(r"[-−+]?(?:\d[\d,_]*(?P<decimals>\.\d+)?|inf|nan|∞)")
STASHED = re.compile("\x02[^\x03]*\x03")  # HTML within a cell, which Markdown puts back later
QUANTITIES = {
    "logit": "logit|logits|logits z|z|model returns z",
    "prob": "softmax|probabilit(y|ies)|p|exp / sum",
    "logprob": "log-?softmax|log_softmax|log\\(softmax\\)|log-probability|z - logsumexp\\(z\\)",
    "target": "targets?|target y|y|one-hot|ordinal",
    "loss": "loss|losses|mean loss|cross[-_]entropy|-log\\(softmax\\)|-log_softmax|mean NLL",
    "gradient": "gradient|autograd|p - y",
}


class TablesProcessor(Treeprocessor):
    """Frames each table, and goes over its cells."""

    def run(self, root):
        """Change them where they are."""
        for parent in list(root.iter()):
            for place, table in enumerate(parent):
                if table.tag == "table" and not table.get("class"):
                    table.set("class", "table")
                    parent[place] = frame = etree.Element("div", {"class": "frame"})
                    frame.append(table)
                    frame.tail, table.tail = table.tail, None
                    for column in zip(*table.iter("tr")):
                        _go_over(*column)


def _go_over(head, *cells):
    """Change the cells of one column."""
    for cell in (head, *cells):
        if aligned := re.fullmatch(r"text-align: (\w+);", cell.get("style", "")):
            del cell.attrib["style"]
            _add_class(cell, aligned[1])
    text = _text(head)
    for quantity, names in QUANTITIES.items():
        if re.fullmatch(names, text):
            _add_class(head, quantity)
    if text.startswith("-") and " " not in text:  # browsers would break the line behind its sign
        _add_class(head, "word")
    if "right" in head.get("class", ""):
        _pad(cells)
    if not len(head) and not (head.text or "").strip():
        head.tag = "td"


def _pad(cells):
    """Note what each number lacks to have as many decimals as the one that has most."""
    numbers = [(cell, NUMBER.fullmatch(_text(cell))) for cell in cells]
    numbers = [(cell, number["decimals"] or "") for cell, number in numbers if number]
    longest = max((decimals for _, decimals in numbers), key=len, default="")
    for cell, decimals in numbers:
        if lacking := longest[len(decimals) :]:
            cell.set("data-pad", re.sub(r"\d", "0", lacking))


def _add_class(cell, name):
    cell.set("class", f"{cell.get('class', '')} {name}".strip())


def _text(cell):
    return STASHED.sub("", "".join(cell.itertext())).strip()


class TablesExtension(Extension):
    """To be listed beside `tables`."""

    def extendMarkdown(self, md):
        """Register after the inline patterns (priority 20), which fill the cells."""
        md.treeprocessors.register(TablesProcessor(md), "cells", 14)


def makeExtension(**options):
    """What Markdown calls to load the extension."""
    return TablesExtension(**options)
