"""Reads notebooks, scripts under `docs/` in Jupytext's percent format, and runs them in a Jupyter kernel."""

import dataclasses
import os
import queue
import re
import tempfile
import threading
import uuid

import jupytext
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from traitlets import default
from traitlets.config import Config

from tools.runner import UNFIT, Run, environment
from tools.snippets import Problem, Section, Snippet, find_notebooks, read_text

OPTIONS = Config(  # tools/jupyter/ gives them to mkdocs-jupyter too
    NotebookClient={"kernel_manager_class": "tools.kernel.Kernel", "timeout": 60, "shutdown_kernel": "immediate"}
)


class Kernel(AsyncKernelManager):
    """A kernel in the environment that snippets run in, reached by files, not the network, where the system can."""

    @default("transport")
    def _without_network(self):
        return "tcp" if os.name == "nt" else "ipc"

    @default("ip")
    def _of_its_own(self):
        names = os.path.join(tempfile.gettempdir(), f"kernel-{uuid.uuid4().hex[:8]}")
        return "127.0.0.1" if self.transport == "tcp" else names

    async def start_kernel(self, **options):
        """Start it as Jupyter would, but in that environment."""
        await super().start_kernel(**{**options, "env": environment()})


@dataclasses.dataclass
class Notebook(Snippet):
    """A notebook: its code, a section for each code cell, and its cells, text and code, in order."""

    cells: list

    @property
    def code(self):
        """Each code cell with its section."""
        return zip(self.sections, [cell for cell in self.cells if cell.cell_type == "code"], strict=True)


def read_all(root, only=""):
    """Every notebook (see `find_notebooks`), or a Problem for one that cannot be read."""
    return [read(path) for path in find_notebooks(root, only)]


def read(path):
    """Read one notebook. Its text is that of its code: prose may change without a new record, as on other pages."""
    text, at, sections = read_text(path), 0, []
    cells = jupytext.reads(text, "py:percent").cells
    for source in [cell.source for cell in cells if cell.cell_type == "code"]:
        at = text.find(source, at)
        first = text.count("\n", 0, at) + 1
        if at < 0:
            raise Problem(path, 0, f"holds a cell that is not plain Python: {source[:40]!r}")
        sections.append(Section(f"cell-{len(sections) + 1}", first, first + source.count("\n")))
        at += len(source)
    return Notebook(path, "\n\n".join(cell.source for cell in cells if cell.cell_type == "code"), sections, cells)


def printed(pieces):
    """What a cell printed: its pieces (text, whether it is the value of the last line), joined as they are shown."""
    return "".join(text + "\n" * is_value for text, is_value in pieces)


def start(notebooks):
    """Start to run the notebooks, one after the other, in a thread of its own; an iterator of their Runs."""
    runs = queue.SimpleQueue()
    threading.Thread(target=lambda: [runs.put(run(notebook)) for notebook in notebooks], daemon=True).start()
    return (runs.get() for _ in notebooks)


def run(notebook):
    """Run all cells in a fresh kernel; a Run."""
    client = NotebookClient(jupytext.reads(read_text(notebook.path), "py:percent"), config=OPTIONS)
    executed, outputs, problem = dataclasses.replace(notebook, cells=client.nb.cells), {}, None
    try:
        with client.setup_kernel():
            for index, cell in enumerate(client.nb.cells):
                client.execute_cell(cell, index)
    except CellExecutionError:
        pass  # the cell's outputs hold it
    except Exception as error:  # no kernel, a dead one, no end: whatever keeps Jupyter from running it
        at = max((section.first for section, cell in executed.code if cell.execution_count), default=1)
        problem = Problem(notebook.path, at, f"does not end well: {str(error).splitlines()[0]}")
    for section, cell in executed.code:
        shown = [output for output in cell.outputs if output.output_type in ("stream", "execute_result")]
        pieces = [(o.get("text") or o.data.get("text/plain", ""), o.output_type == "execute_result") for o in shown]
        outputs[section.name] = printed(pieces)
        problem = problem or next(_problems(notebook.path, section, cell, outputs[section.name]), None)
    return Run(notebook, "".join(outputs.values()), outputs, "", problem)


def _problems(path, section, cell, text):
    """What is wrong with what a cell left behind, the gravest first."""
    for output in cell.outputs:
        if output.output_type == "error":
            trace = re.sub(r"\x1b\[[\d;]*m", "", "\n".join(output.traceback))
            line = re.search(r"Cell In\[\d+\], line (\d+)", trace)
            at = section.first + int(line[1]) - 1 if line else section.first
            yield Problem(path, at, f"raises {output.ename}: {output.evalue}")
        elif output.get("name") == "stderr":
            yield Problem(path, section.first, f"{section.name} writes to standard error: {output.text.strip()!r}")
        elif set(output.get("data", ())) - {"text/plain"} or output.output_type == "display_data":
            yield Problem(path, section.first, f"{section.name} shows what is no text; print it")
    if text and not text.endswith("\n"):
        yield Problem(path, section.first, f"{section.name} leaves its last line unfinished; end it with a newline")
    if unfit := UNFIT.search(text):
        yield Problem(path, section.first, f"{section.name} prints {unfit[0]!r}, which a page cannot show as it is")
