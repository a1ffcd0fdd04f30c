"""A Markdown extension: what the extension `tables` writes, as valid HTML that a strict Content-Security-Policy lets pass.

A cell's alignment becomes a class instead of an inline style. A header without text, which heads nothing, becomes a plain cell.
"""

import re

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class TablesProcessor(Treeprocessor):
    """Goes over the cells of all tables."""

    def run(self, root):
        """Change them where they are."""
        for cell in root.iter():
            if cell.tag in ("th", "td"):
                if aligned := re.fullmatch(r"text-align: (\w+);", cell.get("style", "")):
                    del cell.attrib["style"]
                    cell.set("class", f"{cell.get('class', '')} {aligned[1]}".strip())
                if cell.tag == "th" and not len(cell) and not (cell.text or "").strip():
                    cell.tag = "td"


class TablesExtension(Extension):
    """To be listed beside `tables`."""

    def extendMarkdown(self, md):
        """Register after the inline patterns (priority 20), which fill the cells."""
        md.treeprocessors.register(TablesProcessor(md), "cells", 14)


def makeExtension(**options):
    """What Markdown calls to load the extension."""
    return TablesExtension(**options)
