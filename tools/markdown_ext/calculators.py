"""A Markdown extension: the site's own elements hold Markdown, as a <div markdown="1"> does."""

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

ELEMENTS = [
    "loss-calculator",
    "batch-calculator",
    "loss-finder",
    "movable-figure",
    "loss-prediction",
    "learning-path",
    "learning-progress",
]


class CalculatorsExtension(Extension):
    """Makes the elements known as blocks, for md_in_html to look into."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add them to the elements that Markdown knows as blocks."""
        md.block_level_elements.extend(ELEMENTS)


def makeExtension(**options: Any) -> CalculatorsExtension:
    """The extension; Markdown calls this to load it."""
    return CalculatorsExtension(**options)
