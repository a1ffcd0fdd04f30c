"""The page of a notebook: its text and code from the script, its outputs from a run.

mkdocs-jupyter runs the notebook and makes HTML of it, with styles and scripts of its own, some fetched from elsewhere.
Of that HTML only the outputs are kept. The page is written as Markdown, and rendered as all others are.
"""

from pathlib import Path

from bs4 import BeautifulSoup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from tools.examples import notebooks, transcripts
from tools.examples.files import Problem
from tools.examples.notebooks import Notebook
from tools.examples.runner import Run


def read(page: Page) -> Notebook:
    """The notebook of a page."""
    source, below = page.file.abs_src_path or "", page.file.src_uri
    return notebooks.read(Path(source), Path(source.removesuffix(below)).parent)


def run_of(html: str, page: Page) -> Run:
    """The Run of a page's notebook that mkdocs-jupyter's HTML shows."""
    notebook, outputs = read(page), {}
    cells = BeautifulSoup(html, "html.parser").select(".jp-CodeCell > .jp-CodeCell")
    for section, cell in zip(notebook.sections, cells, strict=True):
        areas = cell.select(".jp-OutputArea-output")
        pieces = [(area.pre.text, "jp-OutputArea-executeResult" in area["class"]) for area in areas if area.pre]
        outputs[section.name] = notebooks.join_printed(pieces)
    return Run(notebook, "".join(outputs.values()), outputs, "", None)


def render_recorded(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Render the page with the recorded outputs; raises a Problem if the record is not of the present notebook."""
    notebook = read(page)
    outputs = transcripts.recorded_outputs(notebook)
    if not outputs:
        raise Problem(notebook.path, 0, f"is not as recorded: make record only={notebook.name}")
    page.meta, page.markdown = {}, ""
    render(notebook, outputs, page, config, files)


def render(notebook: Notebook, outputs: dict[str, str], page: Page, config: MkDocsConfig, files: Files) -> None:
    """Render the page anew, from Markdown, with these outputs."""
    printed, blocks = iter(outputs.values()), []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            blocks.append(f"````python\n{cell.source}\n````")
            if output := next(printed):
                blocks.append(f"```` {{ .text .output .no-copy }}\n{output.rstrip()}\n````")
        elif cell.cell_type == "markdown":
            blocks.append(cell.source)
        else:
            page.meta = get_data(cell.source + "\n")[1]
    page.markdown = "\n\n".join(blocks)
    Page.render(page, config, files)  # the class's own: mkdocs-jupyter has put another into this page
