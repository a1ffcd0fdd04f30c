"""Turns a page into a Jupyter notebook: its text, its code as cells, and what is recorded of them as their outputs."""

import ast
import copy
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from nbformat import NotebookNode, v4

from tools.examples.notebooks import Notebook
from tools.pages import fences, includes
from tools.pages.project import Project
from tools.site import page_to_markdown
from tools.site.rendered_site import RenderedSite

IN_TEXT = re.compile(page_to_markdown.FIGURE.pattern + r"|^(?P<include>--8<-- [^\n]*)$", re.DOTALL | re.MULTILINE)
KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
ORIGIN = "*A page of {}.*"
SET_UP = "*Not on the page: this cell {}.*"
DRAW_SVG = 'from matplotlib_inline.backend_inline import set_matplotlib_formats\n\nset_matplotlib_formats("svg")'


def convert(page: Page, site: RenderedSite, found: Project, foot: str) -> str:
    """The text of the Jupyter notebook of a page, with its recorded outputs: the same text for the same page."""
    config, source = site.config, Path(page.file.abs_src_path or "")

    def address(target: str) -> str | None:
        file, anchor = page_to_markdown.find_target(target, page, site.files)
        if not file and anchor != target:
            return target
        return config.site_url + (file or page.file).url + anchor if config.site_url else None

    notebook = found.notebooks.get(source)
    cells = _cells_of_script(notebook, found) if notebook else _cells_of_page(page, config, found)
    name = f"[{config.site_name}]({page.canonical_url})" if config.site_url else config.site_name
    cells.insert(1, v4.new_markdown_cell(ORIGIN.format(name)))
    if foot:
        cells.append(v4.new_markdown_cell(f"*{foot}*"))
    _number(cells)
    for cell in cells:
        if cell.cell_type == "markdown":
            cell.source = page_to_markdown.relink(cell.source, address)
    return f"{nbformat.writes(v4.new_notebook(cells=cells, metadata=KERNEL))}\n"


def _number(cells: Sequence[NotebookNode]) -> None:
    for number, cell in enumerate(cells, 1):
        cell.id = f"cell-{number}"
    for number, cell in enumerate([cell for cell in cells if cell.cell_type == "code"], 1):
        cell.execution_count = number
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = number


def _cells_of_script(notebook: Notebook, found: Project) -> list[NotebookNode]:
    """The cells of a page that is a notebook itself; without outputs while a server has a newer script."""
    outputs = found.outputs(notebook)
    notebook = copy.deepcopy(notebook)
    for section, cell in notebook.code:
        text = outputs.get(section.name, "")
        cell.outputs = _value(text) if text and _is_value(cell.source) else _printed(text)
    cells = [cell for cell in notebook.cells if cell.cell_type != "raw"]
    for cell in cells:
        if cell.cell_type == "markdown":
            cell.source = page_to_markdown.strip_elements(page_to_markdown.unbox(cell.source))
    return _with_heading_apart(cells)


def _is_value(code: str) -> bool:
    """Whether code is one expression whose value Jupyter shows; a call prints what it shows."""
    body = ast.parse(code).body
    return len(body) == 1 and isinstance(body[0], ast.Expr) and not isinstance(body[0].value, ast.Call)


def _value(text: str) -> list[NotebookNode]:
    return [v4.new_output("execute_result", {"text/plain": text.rstrip("\n")})]


def _printed(text: str) -> list[NotebookNode]:
    return [v4.new_output("stream", name="stdout", text=text)] if text else []


def _cells_of_page(page: Page, config: MkDocsConfig, found: Project) -> list[NotebookNode]:
    source, gathered, at = page_to_markdown.unbox(page.markdown or ""), Cells(config), 0
    for fence in fences.read(source):
        if not fence.indent:
            gathered.add_between_fences(source[at : fence.start])
            text = page_to_markdown.simplify_fences(source[fence.start : fence.end])
            gathered.add_include("\n".join(fence.lines), text)
            at = fence.end
    gathered.add_between_fences(source[at:])
    gathered.draw()
    cells = _with_heading_apart(gathered.cells)
    first_code = [cell.cell_type for cell in cells].index("code")
    cells[first_code:first_code] = _set_up(_data(page, found), cells)
    return cells


class Cells:
    """The cells of a page's notebook, gathered from its Markdown in order."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.cells: list[NotebookNode] = []
        self.drawn: dict[str, NotebookNode] = {}  # what each figure's cell shows, by the name of its file
        self.config = config

    def add_between_fences(self, text: str) -> None:
        """Add text, in which figures and tables that snippets print may stand."""
        at = 0
        for match in IN_TEXT.finditer(text):
            self._add_text(text[at : match.start()])
            if match["include"]:
                self.add_include(match["include"], match["include"])
            else:
                self._add_figure(match)
            at = match.end()
        self._add_text(text[at:])

    def add_include(self, inside: str, text: str) -> None:
        """Add code or its output, if all that is inside a fence is an include of one, else the text of the fence."""
        include = includes.INCLUDE.fullmatch(inside)
        shown = page_to_markdown.expand_includes(inside, self.config)
        if include and include["end"] == ".py":
            self.cells.append(v4.new_code_cell(shown.rstrip("\n")))
        elif include and include["end"] == ".out":
            [cell for cell in self.cells if cell.cell_type == "code"][-1].outputs += _printed(shown + "\n")
        else:
            self._add_text(page_to_markdown.expand_includes(text, self.config))

    def _add_figure(self, figure: re.Match[str]) -> None:
        drawing = page_to_markdown.expand_includes(f'--8<-- "{figure["drawing"]}"', self.config)
        data = {"image/svg+xml": drawing, "text/plain": figure["text"]}
        self.drawn[Path(figure["drawing"]).name] = v4.new_output("display_data", data)
        self._add_text(page_to_markdown.caption(figure))

    def draw(self) -> None:
        """Give each figure to the cell that saves it, which may stand below it."""
        for cell in self.cells:
            saved = [output for name, output in self.drawn.items() if f'savefig("{name}")' in cell.source]
            if cell.cell_type == "code":
                cell.outputs += saved

    def _add_text(self, text: str) -> None:
        text = page_to_markdown.strip_elements(text).strip()
        if text and self.cells and self.cells[-1].cell_type == "markdown":
            self.cells[-1].source += "\n\n" + text
        elif text:
            self.cells.append(v4.new_markdown_cell(text))


def _with_heading_apart(cells: Sequence[NotebookNode]) -> list[NotebookNode]:
    """The cells, the first of which holds nothing but the title."""
    heading, _, rest = cells[0].source.partition("\n")
    texts = [text for text in (heading, rest.strip("\n")) if text.strip()]
    return [*map(v4.new_markdown_cell, texts), *cells[1:]]


def _set_up(data: Mapping[Path, str], cells: Sequence[NotebookNode]) -> list[NotebookNode]:
    """The cells that write the data files of the page's snippets and have figures drawn as SVG, if it has any."""
    code, does = [], []
    for path, whole in data.items():
        text = whole.replace("\\", "\\\\").replace('"""', r"\"\"\"")
        code.append(f'with open("{path.name}", "w") as file:\n    file.write("""\\\n{text}""")')
        does.append(f"writes the file {path.name}")
    if any(_draws(cell) for cell in cells):
        code.append(DRAW_SVG)
        does.append("has figures drawn as SVG")
    if not code:
        return []
    return [v4.new_markdown_cell(SET_UP.format(" and ".join(does))), v4.new_code_cell("\n\n".join(code))]


def _data(page: Page, found: Project) -> dict[Path, str]:
    """The data files in the folders of the page's snippets, with their texts."""
    shown = [include.snippet for include in found.pages[Path(page.file.abs_src_path or "")].includes]
    data = [found.snippets[script].data for script in shown if script in found.snippets]
    return {path: text for each in data for path, text in each.items()}


def _draws(cell: NotebookNode) -> bool:
    outputs: Sequence[Any] = cell.get("outputs", ())
    return any("image/svg+xml" in output.get("data", ()) for output in outputs)
