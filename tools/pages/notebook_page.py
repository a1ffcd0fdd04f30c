"""The page of a notebook: its text and code from the script, its outputs from a run.

The page is written as Markdown, and rendered as all others are. In a server, mkdocs-jupyter runs the notebook and makes
HTML of it, with styles and scripts of its own, some fetched from elsewhere. Of that HTML only the outputs are kept.
"""

from typing import Any

from bs4 import BeautifulSoup
from mkdocs.utils.meta import get_data

from tools.examples import notebooks, transcripts
from tools.examples.files import Problem
from tools.examples.notebooks import Notebook
from tools.examples.runner import Run


def run_of(html: str, notebook: Notebook) -> Run:
    """The Run of a notebook that mkdocs-jupyter's HTML shows."""
    outputs = {}
    cells = BeautifulSoup(html, "html.parser").select(".jp-CodeCell > .jp-CodeCell")
    for section, cell in zip(notebook.sections, cells, strict=True):
        areas = cell.select(".jp-OutputArea-output")
        pieces = [(area.pre.text, "jp-OutputArea-executeResult" in area["class"]) for area in areas if area.pre]
        outputs[section.name] = notebooks.join_printed(pieces)
    return Run(notebook, "".join(outputs.values()), outputs, "", None)


def recorded_outputs(notebook: Notebook) -> dict[str, str]:
    """What is recorded of each cell; raises a Problem if the record is not of the present notebook."""
    outputs = transcripts.recorded_outputs(notebook)
    if not outputs:
        raise Problem(notebook.path, 0, f"is not as recorded: make record only={notebook.name}")
    return outputs


def write(notebook: Notebook, outputs: dict[str, str]) -> tuple[str, dict[str, Any]]:
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
