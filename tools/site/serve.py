"""A serving session: runs edited snippets at once, and lets pages show what they print from a folder of its own."""

import bisect
import itertools
import logging
import socket
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from mkdocs.commands.build import _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from tools.examples import library, recording, scratch, sections, transcripts
from tools.examples.files import Problem
from tools.examples.runner import Run, Runner
from tools.examples.scratch import Scratch
from tools.examples.snippets import Snippet
from tools.pages import include_rules, project
from tools.pages.includes import Include
from tools.pages.project import Project, Source
from tools.site import finish
from tools.site.finish import Kept
from tools.site.rendered_pages import RenderedPages, SearchEntries
from tools.site.rendered_site import RenderedSite

PATIENCE, LIMIT = 2.0, 15.0  # in seconds: how long a page waits for an edited snippet, and how long that may run

log = logging.getLogger("mkdocs.hooks.live")


class Session:
    """What lasts from one rebuild of a server to the next. `snippets/` is read, never written.

    `seen` holds the inputs and the record last seen of each snippet that is not as recorded; None if it is unreadable.
    `running` are the paths of snippets that have not ended yet. `shown` are the outputs of edited notebooks.
    """

    def __init__(self) -> None:
        self.root = Path()
        self.project: Project | None = None
        self.site: RenderedSite | None = None
        self.finished: Kept = {}
        self.shown: dict[Path, Mapping[str, str]] = {}
        self.runner = Runner(LIMIT)
        self.scratch = Scratch("transcripts-", scratch.memory())
        self.fresh, self.late = Path(self.scratch.path, "fresh"), Path(self.scratch.path, "late")
        self.late.mkdir()
        self.templates = FileSystemBytecodeCache(self.scratch.path, "%s.template")
        self.lock = threading.Lock()
        self.running: set[Path] = set()
        self.seen: dict[Path, tuple[str, str] | None] = {}
        self.rendered, self.indexed = RenderedPages(), SearchEntries()
        self.texts: dict[Path, str | None] = {}  # of files that pages show, as they are during one rebuild
        self.link: Path | None = None

    def close(self) -> None:
        """End the process that runs snippets, and remove the fresh transcripts and the site in memory."""
        self.runner.close()
        self.rendered.close()
        if self.link:
            self.link.unlink()
            self.link.mkdir()  # which MkDocs removes
        self.scratch.remove()

    def prepare(self, config: MkDocsConfig) -> None:
        """Let pages find fresh output before the record, and let a broken page break only itself.

        Before the first build, raises an Abort if the server could not be reached.
        """
        if not self.root.is_absolute():
            _refuse_port_in_use(*config.dev_addr)
            self._keep_in_memory(Path(config.site_dir))
        self.root = Path(config.docs_dir).parent
        _ignore_warnings()
        options = config.mdx_configs["pymdownx.snippets"]
        folders = [str(self.fresh), *options["base_path"]]
        config.mdx_configs["pymdownx.snippets"] = options | {"base_path": folders, "check_paths": False}

    def _keep_in_memory(self, site: Path) -> None:
        """Let MkDocs' folder for the site, new and empty, lead to one in memory: each rebuild writes it anew."""
        if scratch.memory():
            target = Path(self.scratch.path, "site")
            target.mkdir()
            site.rmdir()
            site.symlink_to(target)
            self.link = site

    def refresh(self) -> None:
        """Run each snippet whose record is not of its present text, once for each text; say what differs."""
        self.texts.clear()
        try:
            self._refresh()
        except Problem as problem:
            log.warning(str(problem))

    def _refresh(self) -> None:
        self.project = found = project.read(self.root)
        library.refuse_other_version(self.root)
        for path in self.seen.keys() - found.snippets.keys() - found.notebooks.keys():
            self._forget(path)
        if edited := self._edited(found):
            self._run(edited)
        for problem in found.problems:
            if problem.path.suffix == ".py" and problem.path in found.files:
                self._show_problem(problem)
                self.seen[problem.path] = None
        broken = [page.problem for page in found.pages.values() if page.problem]
        for problem in [*found.problems, *broken, *include_rules.problems(found, {}, {})]:
            log.warning(str(problem))

    def finish(self) -> None:
        """Finish what is served; say what a build would not publish."""
        if self.site and self.project:
            for problem in finish.finish(self.site, self.project, self.finished):
                log.warning(str(problem))

    def _run(self, edited: list[Snippet]) -> None:
        """Run snippets; of those that have not ended after some patience, the page is rebuilt once they have."""
        self.running |= {snippet.path for snippet in edited}
        thread = threading.Thread(target=self._run_to_the_end, args=[edited], daemon=True)
        thread.start()
        thread.join(PATIENCE)
        with self.lock:
            for path in self.running & {snippet.path for snippet in edited}:
                problem = Problem(path, 0, f"still runs after {PATIENCE:g} seconds; it is ended after {LIMIT:g}")
                log.warning(str(problem))
                self._show_problem(problem)

    def _run_to_the_end(self, edited: list[Snippet]) -> None:
        started = time.monotonic()
        try:
            notebooks = self.project.notebooks if self.project else {}
            scripts = [each for each in edited if each.path not in notebooks]
            edited_notebooks = [notebooks[each.path] for each in edited if each.path in notebooks]
            for run in recording.run_examples(scripts, edited_notebooks, self.runner):
                with self.lock:
                    self._show_run(run, time.monotonic() - started > PATIENCE)
        except (Problem, OSError) as error:
            log.error(f"{error}; the next edit starts it anew")
            self.runner, self.seen, self.running = Runner(LIMIT), {}, set()

    def _show_run(self, run: Run, is_late: bool) -> None:
        """Show a run, unless its snippet has been edited since."""
        path = run.snippet.path
        if self.seen.get(path) != (run.snippet.inputs, run.snippet.recorded):
            return
        self.running.discard(path)
        self._show(run)
        if is_late:
            self.late.joinpath("end").write_text(str(time.monotonic()))  # the server watches this folder

    def render_ahead(self, config: MkDocsConfig, files: Files) -> None:
        """At the first build, render the last third of the pages in a fork, beside which the library is imported."""
        if self.project and not self.rendered.kept:
            pages = [file.page for file in files.documentation_pages() if file.page]
            sources = [self.project.pages.get(Path(page.file.abs_src_path or ""), Source(Path())) for page in pages]
            shown = list(itertools.accumulate(len(source.includes) for source in sources))
            first = bisect.bisect(shown, shown[-1] * 2 / 3) if shown else 0
            self.rendered.render_ahead(pages[first:], lambda page: _populate_page(page, config, files))

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Render a page, unless neither its text nor what it includes has changed since it was rendered last."""
        source = self.project.pages.get(Path(page.file.abs_src_path or "")) if self.project else None
        if not source or source.problem:
            Page.render(page, config, files)
            return
        key = page.markdown, [self._shown(include) for include in source.includes]
        if not self.rendered.restore(page, key, files):
            Page.render(page, config, files)
            self.rendered.keep(page, key)

    def read_notebook(self, page: Page) -> None:
        """Give a notebook's page its text, with what it printed last or else what is recorded."""
        from tools.pages import notebook_page  # with Jupyter: only where there is a notebook

        notebook = self.project.notebooks.get(Path(page.file.abs_src_path or "")) if self.project else None
        if notebook and self.project:
            nothing = {section.name: "" for section in notebook.sections}
            outputs = self.shown.get(notebook.path) or self.project.outputs(notebook) or nothing
            page.markdown, page.meta = notebook_page.write(notebook, outputs)

    def _edited(self, found: Project) -> list[Snippet]:
        """The snippets to run: neither as recorded nor as seen last. From here on, they are as seen last."""
        edited = []
        for snippet in [*found.snippets.values(), *found.notebooks.values()]:
            now = snippet.inputs, snippet.recorded
            if found.outputs(snippet):
                self._forget(snippet.path)
            elif now != self.seen.get(snippet.path):
                self.seen[snippet.path] = now
                edited.append(snippet)
        return edited

    def _forget(self, path: Path) -> None:
        """Forget a snippet that was edited, and remove what it printed."""
        self.seen.pop(path, None)
        self.shown.pop(path, None)
        for ending in (".out", ".svg") if self._is_snippet(path) else ():
            self._fresh_path(path.with_suffix(ending)).unlink(missing_ok=True)

    def _show(self, run: Run) -> None:
        """Let pages show what a snippet printed, and its problem where it arose; log the problem or the difference."""
        path, problem = run.snippet.path, run.problem
        shown = {}
        for section in run.snippet.sections:
            text = run.outputs[section.name]
            if problem and section.last > problem.line:
                text = f"{text.rstrip()}\n{problem}\n".lstrip("\n")
            shown[section.name] = text
        self._write(path, shown)
        if run.figure:
            self._fresh_path(path.with_suffix(".svg")).write_text(run.figure, encoding="utf-8")
        log.warning(str(problem or transcripts.differences(run)))

    def _show_problem(self, problem: Problem) -> None:
        """Let pages show, in place of each output of a snippet, why it cannot be read."""
        shown = {}
        for include in self.project.includes if self.project else ():
            if include.snippet == problem.path and include.end == ".out":
                shown[include.section or ""] = f"{problem}\n"
        self._write(problem.path, shown)

    def _write(self, path: Path, outputs: Mapping[str, str]) -> None:
        """Keep what a notebook printed, or write the fresh transcript of a snippet.

        Marks in its output are spaced out, so that they mark nothing.
        """
        if not self._is_snippet(path):
            self.shown[path] = outputs
            return
        transcript = self._fresh_path(path.with_suffix(".out"))
        transcript.parent.mkdir(parents=True, exist_ok=True)
        parts = [sections.write(name, text.replace(sections.ANY_MARK, "-8 <-")) for name, text in outputs.items()]
        transcript.write_text("".join(parts), encoding="utf-8")

    def _shown(self, include: Include) -> str | None:
        """The text of the file that an include shows: the fresh one, else the recorded one, else None."""
        path = include.snippet.with_suffix(include.end)
        if path not in self.texts:
            there = next((each for each in (self._fresh_path(path), path) if each.is_file()), None)
            self.texts[path] = there.read_text(encoding="utf-8") if there else None
        return self.texts[path]

    def _is_snippet(self, path: Path) -> bool:
        """Whether it is a snippet and no notebook."""
        return path.is_relative_to(self.root / "snippets")

    def _fresh_path(self, path: Path) -> Path:
        """Where the fresh version of a file below `snippets/` stands."""
        return self.fresh / path.relative_to(self.root / "snippets")


current: Session | None = None  # in a server, its session


def _refuse_port_in_use(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = error.strerror or str(error)
            raise Abort(f"cannot serve at {host}:{port}: {reason}; try another: make serve PORT={port + 1}") from None


def _ignore_warnings() -> None:
    """Stop counting warnings, which would end a rebuild: the site is built strictly."""
    logger = logging.getLogger("mkdocs")
    for handler in list(logger.handlers):
        if isinstance(handler, CountHandler):
            logger.removeHandler(handler)
