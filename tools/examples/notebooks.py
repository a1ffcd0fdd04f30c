"""Reads notebooks, scripts under `docs/` in Jupytext's percent format, and runs them in a Jupyter kernel."""

import ast
import atexit
import contextlib
import copy
import dataclasses
import functools
import os
import queue
import re
import threading
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import jupytext
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode, v4
from traitlets import default
from traitlets.config import Config

from tools.examples import outside, vacuous
from tools.examples.files import Problem, read_if_there, read_text
from tools.examples.runner import UNFIT, Run, Runner, environment
from tools.examples.scratch import Scratch
from tools.examples.sections import Section
from tools.examples.snippets import Snippet, mirror

OPTIONS = Config(NotebookClient={"timeout": 60, "shutdown_kernel": "immediate"})
COLOURS = re.compile(r"\x1b\[[\d;]*m")
CELL_LINE = re.compile(r"Cell In\[\d+\], line (\d+)")


@functools.cache
def _folder() -> str:
    """Where the kernels of this process have their files."""
    scratch = Scratch("kernel-")
    atexit.register(scratch.remove)
    return scratch.path


class Forked(LocalProvisioner):
    """Has the Runner of its manager fork the kernel from the process that has imported the library already."""

    async def launch_kernel(self, cmd: list[str], **options: Any) -> KernelConnectionInfo:
        """Start it; the command that would otherwise do so is ignored."""
        assert isinstance(self.parent, Kernel) and self.parent.runner
        self.process = self.parent.runner.start_kernel(self.parent.connection_file)  # type: ignore[assignment]
        return self.connection_info


class Kernel(AsyncKernelManager):
    """A kernel in the environment that snippets run in, reached by files, not the network, where the system can."""

    runner: Runner | None = None

    @default("transport")
    def _without_network(self) -> str:
        return "tcp" if os.name == "nt" else "ipc"

    @default("ip")
    def _of_its_own(self) -> str:
        names = os.path.join(_folder(), uuid.uuid4().hex[:8])
        return "127.0.0.1" if self.transport == "tcp" else names

    async def start_kernel(self, **options: Any) -> None:  # type: ignore[override]  # as Jupyter's own class does
        """Start it as Jupyter would, but in that environment; in a fork, if there is a Runner that forks."""
        if self.runner and self.runner.server:
            self.provisioner = Forked(kernel_id=uuid.uuid4().hex, kernel_spec=self.kernel_spec, parent=self)
        await super().start_kernel(**{**options, "env": environment()})


@dataclasses.dataclass
class Notebook(Snippet):
    """A notebook: its code with a section for each code cell, all its cells in order, and the folder of its record.

    It runs without data files.
    """

    cells: list[NotebookNode] = dataclasses.field(kw_only=True)
    folder: Path = dataclasses.field(kw_only=True)

    @property
    def transcript(self) -> Path:
        """The file that records what its code cells print."""
        return self.folder / f"{self.path.stem}.out"

    @property
    def figure(self) -> Path:
        """No file: a notebook's figures are not recorded."""
        return self.folder / f"{self.path.stem}.svg"

    @property
    def code(self) -> Iterator[tuple[Section, NotebookNode]]:
        """Each code cell with its section."""
        return zip(self.sections, [cell for cell in self.cells if cell.cell_type == "code"], strict=True)


def read(path: Path, root: Path) -> Notebook:
    """Read one notebook of the project at `root`; raises a Problem if a cell is not plain Python.

    Its text is that of its code: prose may change without a new record, as on other pages.
    """
    text, at = read_text(path), 0
    sections: list[Section] = []
    cells = jupytext.reads(text, "py:percent").cells
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    for source in code:
        at = text.find(source, at)
        if at < 0:
            raise Problem(path, 0, f"holds a cell that is not plain Python: {source[:40]!r}")
        first = text.count("\n", 0, at) + 1
        sections.append(Section(f"cell-{len(sections) + 1}", first, first + source.count("\n")))
        at += len(source)
    with contextlib.suppress(SyntaxError):  # the run names it
        vacuous.refuse(path, tree := ast.parse(text))
        outside.refuse(path, tree)
    notebook = Notebook(path, "\n\n".join(code), sections, cells=cells, folder=mirror(path, root))
    return dataclasses.replace(notebook, recorded=read_if_there(notebook.transcript))


def start(notebooks: Sequence[Notebook], runner: Runner | None = None) -> Iterator[Run]:
    """Start to run the notebooks, one after the other, in a thread of its own; an iterator of their Runs."""
    runs: queue.SimpleQueue[Run] = queue.SimpleQueue()

    def run_all() -> None:
        for notebook in notebooks:
            try:
                runs.put(run(notebook, runner))
            except BaseException as error:  # whatever it is, somebody waits for this run
                runs.put(_failed(notebook, error, 0))

    threading.Thread(target=run_all, daemon=True).start()
    return (runs.get() for _ in notebooks)


def _failed(notebook: Notebook, error: BaseException, line: int) -> Run:
    said = (str(error).splitlines() or [type(error).__name__])[0]
    names = [section.name for section in notebook.sections]
    problem = Problem(notebook.path, line, f"does not end well: {said}")
    return Run(notebook, "", dict.fromkeys(names, ""), "", problem, names)


def run(notebook: Notebook, runner: Runner | None = None) -> Run:
    """Run all cells in a fresh kernel, by a Runner if there is one; a Run."""
    client = NotebookClient(v4.new_notebook(cells=copy.deepcopy(notebook.cells)), config=OPTIONS)
    client.km = Kernel(config=OPTIONS)
    client.km.runner = runner
    executed = dataclasses.replace(notebook, cells=client.nb.cells)
    outputs: dict[str, str] = {}
    problem = _execute(client, executed)
    for section, cell in executed.code:
        outputs[section.name] = "".join(_shown(cell))
        problem = problem or next(_problems(notebook.path, section, cell, outputs[section.name]), None)
    unreached = [section.name for section, cell in executed.code if not cell.execution_count]
    return Run(notebook, "".join(outputs.values()), outputs, "", problem, unreached)


def _execute(client: NotebookClient, notebook: Notebook) -> Problem | None:
    """Run the cells; a Problem if Jupyter could not run them to the end."""
    try:
        with client.setup_kernel():
            for index, cell in enumerate(client.nb.cells):
                client.execute_cell(cell, index)
    except CellExecutionError:
        pass  # the cell's outputs hold it
    except Exception as error:  # the kernel failed to start, died or timed out
        at = max((section.first for section, cell in notebook.code if cell.execution_count), default=1)
        return _failed(notebook, error, at).problem
    return None


def _shown(cell: NotebookNode) -> Iterator[str]:
    """The pieces of text that a cell shows; the value of its last line is one."""
    for output in cell.outputs:
        if output.output_type == "stream":
            yield output.text
        elif output.output_type == "execute_result":
            yield f"{output.data.get('text/plain', '')}\n"


def _problems(path: Path, section: Section, cell: NotebookNode, text: str) -> Iterator[Problem]:
    """What is wrong with what a cell left behind, the gravest first."""
    for output in cell.outputs:
        if output.output_type == "error":
            trace = COLOURS.sub("", "\n".join(output.traceback))
            line = CELL_LINE.search(trace)
            at = section.first + int(line[1]) - 1 if line else section.first
            yield Problem(path, at, f"raises {output.ename}: {output.evalue}")
        elif output.get("name") == "stderr":
            yield Problem(path, section.first, f"{section.name} writes to standard error: {output.text.strip()!r}")
        elif set(output.get("data", ())) - {"text/plain"} or output.output_type == "display_data":
            yield Problem(path, section.first, f"{section.name} shows more than text; print it")
    if text and not text.endswith("\n"):
        yield Problem(path, section.first, f"{section.name} leaves its last line unfinished; end it with a newline")
    if unfit := UNFIT.search(text):
        yield Problem(path, section.first, f"{section.name} prints {unfit[0]!r}, which a page cannot show as it is")
