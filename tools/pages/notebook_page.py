"""The page of a notebook: its text and code from the script, its outputs from a run.

The page is written as Markdown, and rendered as all others are. mkdocs-jupyter only makes MkDocs take the script for a
page: the HTML that it would make has styles and scripts of its own, some fetched from elsewhere.
"""

from collections.abc import Mapping
from typing import Any

from mkdocs.utils.meta import get_data

from tools.examples.notebooks import Notebook


def write(notebook: Notebook, outputs: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """The page's Markdown with these outputs, and its metadata."""
    printed, blocks = iter(outputs.values()), []
    meta: dict[str, Any] = {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            blocks.append(f"````python\n{cell.source}\n````")
            if output := next(printed):
                blocks.append(f"```` {{ .text .output .no-copy }}\n{output.rstrip()}\n````")
        elif cell.cell_type == "markdown":
            blocks.append(cell.source)
        else:
            meta = get_data(cell.source + "\n")[1]
    return "\n\n".join(blocks), meta
