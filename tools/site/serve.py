"""A serving session: runs edited snippets at once, and lets pages show what they print from a folder of its own."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from tools.examples import library, sections, snippets, transcripts
from tools.examples.files import Problem, read_text
from tools.examples.runner import Run, Runner
from tools.examples.scratch import Scratch
from tools.examples.snippets import Snippet
from tools.pages import includes
from tools.pages.includes import Include
from tools.site.rendered_pages import RenderedPages

log = logging.getLogger("mkdocs.hooks.live")


class Session:
    """What lasts from one rebuild of a server to the next. `snippets/` is read, never written.

    `seen` holds the inputs and the record last seen of each snippet that is not as recorded; None if it is unreadable.
    """

    def __init__(self) -> None:
        self.root = Path()
        self.runner = Runner()
        self.scratch = Scratch("transcripts-")
        self.fresh = Path(self.scratch.path)
        self.templates = FileSystemBytecodeCache(self.scratch.path, "%s.template")
        self.seen: dict[Path, tuple[str, str] | None] = {}
        self.rendered = RenderedPages()

    def close(self) -> None:
        """End the process that runs snippets, and remove the fresh transcripts."""
        self.runner.close()
        self.scratch.remove()

    def prepare(self, config: MkDocsConfig) -> None:
        """Let pages find fresh output before the record, and let a broken page break only itself."""
        self.root = Path(config.docs_dir).parent
        _ignore_warnings()
        options = config.mdx_configs["pymdownx.snippets"]
        folders = [self.scratch.path, *options["base_path"]]
        config.mdx_configs["pymdownx.snippets"] = options | {"base_path": folders, "check_paths": False}
        if jupyter := config.plugins.get("mkdocs-jupyter"):  # a notebook runs when it is edited, and may fail
            cache = str(self.root / ".cache/mkdocs-jupyter")
            jupyter.config.update(cache=True, cache_dir=cache, allow_errors=True)

    def refresh(self) -> None:
        """Run each snippet whose record is not of its present text, once for each text; say what differs."""
        try:
            self._refresh()
        except Problem as problem:
            log.warning(str(problem))
        except (RuntimeError, OSError) as error:
            log.error(f"{error}; the next edit starts it anew")
            self.runner, self.seen = Runner(), {}

    def _refresh(self) -> None:
        library.refuse_other_version(self.root)
        found, problems = snippets.read_all(self.root)
        for path in self.seen.keys() - found.keys():
            self._forget(path)
        for run in self.runner.run(self._edited(found.values())):
            self._show(run)
        for problem in problems:
            self._show_problem(problem)
        for problem in [*problems, *includes.problems(self.root, found, {}, {})]:
            log.warning(str(problem))

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Render a page, unless neither its text nor what it includes has changed since it was rendered last."""
        source = Path(page.file.abs_src_path or "")
        try:
            shown = [self._shown(include) for include in includes.read(self.root, source)]
        except (Problem, ValueError):  # an include of no snippet: `refresh` has said so
            Page.render(page, config, files)
            return
        key = page.markdown, shown
        if not self.rendered.restore(page, key):
            Page.render(page, config, files)
            self.rendered.keep(page, key)

    def render_notebook(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The content of a notebook's page, from mkdocs-jupyter's HTML; says how a new run differs from the record."""
        from tools.pages import notebook_page  # with Jupyter: only where there is a notebook

        key = html, read_text(Path(page.file.abs_src_path or ""))
        if not self.rendered.restore(page, key):
            run = notebook_page.run_of(html, page)
            if diffs := transcripts.differences(run):
                log.warning(diffs)
            notebook_page.render(notebook_page.read(page), run.outputs, page, config, files)
            self.rendered.keep(page, key, "markdown", "meta")
        return page.content or ""

    def _edited(self, found: Iterable[Snippet]) -> list[Snippet]:
        """The snippets to run: neither as recorded nor as seen last. From here on, they are as seen last."""
        edited = []
        for snippet in found:
            now = snippet.inputs, snippet.recorded
            if transcripts.recorded_outputs(snippet):
                self._forget(snippet.path)
            elif now != self.seen.get(snippet.path):
                self.seen[snippet.path] = now
                edited.append(snippet)
        return edited

    def _forget(self, path: Path) -> None:
        """Forget a snippet that was edited, and remove what it printed."""
        self.seen.pop(path, None)
        for ending in (".out", ".svg"):
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
        shown = [include for include in includes.read(self.root) if include.snippet == problem.path]
        self._write(problem.path, {i.section or "": f"{problem}\n" for i in shown if i.end == ".out"})
        self.seen[problem.path] = None

    def _write(self, path: Path, outputs: Mapping[str, str]) -> None:
        """Write the fresh transcript of a snippet; marks in its output are spaced out, so that they mark nothing."""
        transcript = self._fresh_path(path.with_suffix(".out"))
        transcript.parent.mkdir(parents=True, exist_ok=True)
        parts = [sections.write(name, text.replace(sections.ANY_MARK, "-8 <-")) for name, text in outputs.items()]
        transcript.write_text("".join(parts), encoding="utf-8")

    def _shown(self, include: Include) -> str | None:
        """The text of the file that an include shows: the fresh one, else the recorded one, else None."""
        path = include.snippet.with_suffix(include.end)
        for each in (self._fresh_path(path), path):
            if each.is_file():
                return each.read_text(encoding="utf-8")
        return None

    def _fresh_path(self, path: Path) -> Path:
        """Where the fresh version of a file below `snippets/` stands."""
        return self.fresh / path.relative_to(self.root / "snippets")


current: Session | None = None  # in a server, its session


def _ignore_warnings() -> None:
    """Stop counting warnings, which would end a rebuild: the site is built strictly."""
    logger = logging.getLogger("mkdocs")
    for handler in list(logger.handlers):
        if isinstance(handler, CountHandler):
            logger.removeHandler(handler)
