"""Reads a project once: its snippets, notebooks, pages and records, as plain values that the rest only looks at.

What cannot be read is a Problem among these values: it says so, and breaks nothing else.
"""

import contextlib
import dataclasses
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tools.examples import recording, sections, snippets, transcripts, versions
from tools.examples.files import Problem, read_if_there, read_text
from tools.examples.snippets import DATA, Snippet
from tools.examples.versions import Record
from tools.pages import includes
from tools.pages.includes import Include

if TYPE_CHECKING:
    from tools.examples.notebooks import Notebook

PRINTED = "snippets/reference/ledger/printed.txt"
SITE = "snippets/site.asserted"  # the record of what the site says outside its pages


@dataclasses.dataclass
class Source:
    """What a page is made of: its text, its includes, and the path and text of the record of what it asserts.

    `accept` is the command that records it. `problem` says why its text or its includes could not be read.
    """

    path: Path
    text: str = ""
    includes: list[Include] = dataclasses.field(default_factory=list)
    record: Path = Path()
    accept: str = "make record"
    asserted: str = ""
    problem: Problem | None = None


@dataclasses.dataclass
class Project:
    """A project as it was read.

    `files` are the paths of all files under `snippets/`. `records` say what other versions of the library print, and
    `printed` are the rows of the ledger: source, place, numbers. `problems` are of snippets, notebooks and records that
    could not be read.
    """

    root: Path
    files: set[Path]
    snippets: dict[Path, Snippet]
    notebooks: dict[Path, "Notebook"]
    pages: dict[Path, Source]
    records: list[Record]
    printed: list[list[str]]
    problems: list[Problem]
    _outputs: dict[Path, dict[str, str]] = dataclasses.field(default_factory=dict)

    @property
    def includes(self) -> list[Include]:
        """The includes of all pages, in order."""
        return [include for page in self.pages.values() for include in page.includes]

    def outputs(self, example: Snippet) -> dict[str, str]:
        """What is recorded of each section of an example, as `transcripts.recorded_outputs` says."""
        if example.path not in self._outputs:
            self._outputs[example.path] = transcripts.recorded_outputs(example)
        return self._outputs[example.path]

    def text(self, include: Include) -> str:
        """What an include shows of a script, its transcript or figure, or a data file, "" if that is not there."""
        beside = (each for each in self.snippets.values() if each.path.parent == include.snippet.parent)
        holder = next(beside, None) if include.end in DATA else self.snippets.get(include.snippet)
        if not holder:
            return ""
        texts = {".py": holder.text, ".out": holder.recorded, ".svg": holder.recorded_figure}
        whole = texts.get(include.end) or holder.data.get(include.snippet, "")
        text = sections.texts(whole).get(include.section, "") if include.section else whole
        return text.strip("\n")


def find_pages(root: Path) -> list[Path]:
    """The paths of all pages: Markdown and notebooks."""
    return [path for path in sorted(Path(root, "docs").rglob("[!.]*.*")) if path.suffix in (".md", ".py")]


def chosen(found: Project, only: str) -> list[Source]:
    """The pages whose path below `docs/`, or that of a snippet that they show, contains `only`.

    Pages whose includes cannot be read are chosen too, so that looking at them reports the reason.
    """
    return [page for page in found.pages.values() if page.problem or _is_chosen(found.root, page, only)]


def _is_chosen(root: Path, page: Source, only: str) -> bool:
    below = [page.path.relative_to(Path(root, "docs"))]
    below += [include.snippet.relative_to(Path(root, "snippets")) for include in page.includes]
    return any(only in path.as_posix() for path in below)


def read(root: Path) -> Project:
    """The project at `root`."""
    found, problems = snippets.read_all(root, needed=False)
    notebooks: dict[Path, Notebook] = {}
    for path in recording.find_notebooks(root):
        with _noted(problems):
            notebooks[path] = recording.read_notebook(path, root)
    records: list[Record] = []
    with _noted(problems):
        records = versions.read_all(root)
    printed: list[list[str]] = []
    with _noted(problems):
        printed = [line.split("|") for line in read_if_there(Path(root, PRINTED)).splitlines()]
    files = set(Path(root, "snippets").rglob("*.*"))
    problems += _links(root)
    pages = {path: read_page(root, path) for path in find_pages(root)}
    return Project(root, files, found, notebooks, pages, records, printed, problems)


def _links(root: Path) -> Iterator[Problem]:
    """A Problem for each symbolic link: MkDocs would publish what stands behind it, which is not read."""
    for path in (path for folder in ("docs", "overrides", "snippets") for path in Path(root, folder).rglob("[!.]*")):
        if path.is_symlink():
            yield Problem(path, 0, "is a symbolic link; put the file or the folder itself there")


@contextlib.contextmanager
def _noted(problems: list[Problem]) -> Iterator[None]:
    try:
        yield
    except Problem as problem:
        problems.append(problem)


@functools.lru_cache(maxsize=256)  # for servers, which read all pages again when one has changed
def _includes(root: Path, path: Path, text: str) -> tuple[Include, ...]:
    return tuple(includes.parse(root, path, text))


def read_page(root: Path, path: Path) -> Source:
    """A page of the project at `root`."""
    only = path.relative_to(Path(root, "docs")).with_suffix("").as_posix()
    record = snippets.mirror(path, root) / f"{path.stem}.asserted"
    page = Source(path, record=record, accept=f"make record only={only}")
    try:
        page.asserted = read_if_there(page.record)
        page.text = read_text(path)
        page.includes = list(_includes(root, path, page.text)) if path.suffix == ".md" else []
    except Problem as problem:
        page.problem = problem
    return page
