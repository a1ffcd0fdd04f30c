"""The page of a notebook, and the notebook of a page.

A notebook's page has its text and its code from the script, its outputs from the HTML that mkdocs-jupyter makes. Of that HTML
nothing else is kept: it brings its own styles and scripts, some fetched from elsewhere. The page is written as Markdown, and
rendered as all others are.

A page's notebook has the page's text, its code as cells, and what is recorded of them as their outputs.
"""

import ast
import importlib.metadata
import re
from pathlib import Path

import jupytext
import nbformat
from nbformat import v4

from tools.examples import snippets, transcripts
from tools.examples.files import read_text
from tools.pages import includes, notebook_page
from tools.site import page_to_markdown

PIECE = re.compile(
    page_to_markdown.FIGURE.pattern
    + r"|^(?P<ticks>`{3,}) *[^`\n]*\n(?P<fenced>.*?)^(?P=ticks)$|^(?P<bare>--8<-- [^\n]*)$",
    re.DOTALL | re.MULTILINE,
)
KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
ORIGIN = "*A page of {0}. The outputs were recorded with torch {1}.*"
SET_UP = "*Not on the page: this cell {}.*"


def of(page, config, files):
    """The text of the Jupyter notebook of a page, with its recorded outputs: the same text for the same page."""

    def address(target):
        file, anchor = page_to_markdown.linked_page(target, page, files)
        if file or anchor == target:
            return config.site_url and config.site_url + (file or page.file).url + anchor
        return target

    cells = _cells_of_script(page) if page.file.src_uri.endswith(".py") else _cells_of_page(page, config)
    name = f"[{config.site_name}]({page.canonical_url})" if config.site_url else config.site_name
    torch = importlib.metadata.version("torch").partition("+")[0]
    cells.insert(1, v4.new_markdown_cell(ORIGIN.format(name, torch)))
    code = [cell for cell in cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, 1):
        cell.execution_count = number
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = number
    for number, cell in enumerate(cells, 1):
        cell.id = f"cell-{number}"
        if cell.cell_type == "markdown":
            cell.source = page_to_markdown.relinked(cell.source, address)
    return nbformat.writes(v4.new_notebook(cells=cells, metadata=KERNEL)) + "\n"


def _printed(text):
    return [v4.new_output("stream", name="stdout", text=text)] if text else []


def _value(text):
    return [v4.new_output("execute_result", {"text/plain": text.rstrip("\n")})]


def _cells_of_script(page):
    notebook = notebook_page.read(page)
    outputs = transcripts.recorded_outputs(notebook)  # none while a server has a newer script
    for section, cell in notebook.code:
        text, body = outputs.get(section.name), ast.parse(cell.source).body
        is_value = len(body) == 1 and isinstance(body[0], ast.Expr) and not isinstance(body[0].value, ast.Call)
        cell.outputs = _value(text) if text and is_value else _printed(text)
    for cell in notebook.cells:
        cell.source = page_to_markdown.static(cell.source) if cell.cell_type == "markdown" else cell.source
    return _with_heading_apart([cell for cell in notebook.cells if cell.cell_type != "raw"])


def _cells_of_page(page, config):
    source, cells, at = page_to_markdown.unboxed(page.markdown), [], 0
    for piece in PIECE.finditer(source):
        _add_text(cells, source[at : piece.start()])
        at = piece.end()
        include = includes.INCLUDE.fullmatch((piece["bare"] or piece["fenced"] or "").rstrip("\n"))
        code = [cell for cell in cells if cell.cell_type == "code"][-1:]
        if include and include["end"] == ".py":
            cells.append(v4.new_code_cell(page_to_markdown.expanded(include[0], config).rstrip("\n")))
        elif include and include["end"] == ".out":
            code[0].outputs += _printed(page_to_markdown.expanded(include[0], config) + "\n")
        elif piece["drawing"]:
            drawing = page_to_markdown.expanded(f'--8<-- "{piece["drawing"]}"', config)
            code[0].outputs.append(
                v4.new_output("display_data", {"image/svg+xml": drawing, "text/plain": piece["text"]})
            )
            _add_text(cells, page_to_markdown.caption(piece))
        else:
            _add_text(
                cells, page_to_markdown.FENCE.sub(r"\g<ticks>\g<language>", page_to_markdown.expanded(piece[0], config))
            )
    _add_text(cells, source[at:])
    return _with_set_up(_with_heading_apart(cells), page)


def _add_text(cells, text):
    text = page_to_markdown.static(text).strip()
    if text and cells and cells[-1].cell_type == "markdown":
        cells[-1].source += "\n\n" + text
    elif text:
        cells.append(v4.new_markdown_cell(text))


def _with_heading_apart(cells):
    """The cells, the first of which holds nothing but the title."""
    heading, _, rest = cells[0].source.partition("\n")
    return [
        v4.new_markdown_cell(heading),
        *([v4.new_markdown_cell(rest.strip("\n"))] if rest.strip() else []),
        *cells[1:],
    ]


def _with_set_up(cells, page):
    """The cells, before the first of code one that gives them the data files of the page's snippets and draws figures as SVG."""
    root, parts, does = Path(page.file.abs_src_path[: -len(page.file.src_uri)]).parent, [], []
    folders = dict.fromkeys(include.snippet.parent for include in includes.read(root, Path(page.file.abs_src_path)))
    for path in [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix in snippets.DATA]:
        text = read_text(path).replace("\\", "\\\\").replace('"""', r"\"\"\"")
        parts.append(f'with open("{path.name}", "w") as file:\n    file.write("""\\\n{text}""")')
        does.append(f"writes the file {path.name}")
    if any("image/svg+xml" in output.get("data", ()) for cell in cells for output in cell.get("outputs", ())):
        parts.append(
            'from matplotlib_inline.backend_inline import set_matplotlib_formats\n\nset_matplotlib_formats("svg")'
        )
        does.append("has figures drawn as SVG")
    if parts:
        first = next(number for number, cell in enumerate(cells) if cell.cell_type == "code")
        cells[first:first] = [
            v4.new_markdown_cell(SET_UP.format(" and ".join(does))),
            v4.new_code_cell("\n\n".join(parts)),
        ]
    return cells
