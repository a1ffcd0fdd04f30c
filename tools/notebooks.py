"""The page of a notebook: its text and its code from the script, its outputs from the HTML that mkdocs-jupyter makes.

Of that HTML nothing else is kept: it brings its own styles and scripts, some fetched from elsewhere. The page is written
as Markdown, and rendered as all others are.
"""

from pathlib import Path

import jupytext
from bs4 import BeautifulSoup
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from tools import kernel, transcripts
from tools.runner import Run

DOWNLOAD = 'This page is a notebook: download [{0}]({0}){{ download="{0}" }} to run it in Jupyter, VS Code or Colab.'


def download(path, config):
    """The file of the site that is the Jupyter notebook for the script at `path`, the same for the same text."""
    notebook = jupytext.read(path, fmt="py:percent")
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number}"
    uri = path.relative_to(config.docs_dir).with_suffix(".ipynb").as_posix()
    return File.generated(config, uri, content=jupytext.writes(notebook, fmt="ipynb"))


def run_of(html, page):
    """The Run of a page's notebook that this HTML shows."""
    notebook, outputs = kernel.read(Path(page.file.abs_src_path)), {}
    cells = BeautifulSoup(html, "html.parser").select(".jp-CodeCell > .jp-CodeCell")
    for section, cell in zip(notebook.sections, cells, strict=True):
        areas = cell.select(".jp-OutputArea-output")
        pieces = [(area.pre.text, "jp-OutputArea-executeResult" in area["class"]) for area in areas if area.pre]
        outputs[section.name] = kernel.printed(pieces)
    return Run(notebook, "".join(outputs.values()), outputs, "", None)


def differing(run):
    """The names of the cells that did not print what is recorded."""
    recorded = transcripts.sections(run.snippet, transcripts.recorded(run.snippet))
    return [name for name, text in run.outputs.items() if recorded.get(name) != text]


def render(run, page, config, files):
    """Render the page anew, from Markdown."""
    outputs, blocks = iter(run.outputs.values()), []
    for cell in run.snippet.cells:
        if cell.cell_type == "code":
            blocks.append(f"````python\n{cell.source}\n````")
            if output := next(outputs):
                blocks.append(f"```` {{ .text .output .no-copy }}\n{output.rstrip()}\n````")
        elif cell.cell_type == "markdown":
            blocks.append(cell.source)
        else:
            page.meta = get_data(cell.source + "\n")[1]
    text = "\n\n".join(blocks)
    heading, _, rest = text.partition("\n")
    page.markdown = f"{heading}\n\n{DOWNLOAD.format(Path(page.file.src_uri).with_suffix('.ipynb').name)}\n{rest}"
    Page.render(page, config, files)  # the class's own: mkdocs-jupyter has put another into this page
