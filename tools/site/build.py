"""Builds the site beside its final place while the check runs, and moves it there when all is well."""

import logging
import threading
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from tools.examples import recording, snippets, transcripts
from tools.examples.files import Problem
from tools.examples.recording import Report
from tools.examples.scratch import Scratch
from tools.examples.snippets import Snippet
from tools.pages import check, includes, number_records
from tools.pages.articles import Article
from tools.site import exchange, page_html, snippet_files

log = logging.getLogger("mkdocs.hooks.publish")


class Build:
    """One build. The check runs in a thread: it mostly waits for other processes and hardly slows the rendering."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.root = Path(config.docs_dir).parent
        self.final_folder = config.site_dir
        Path(config.site_dir).parent.mkdir(parents=True, exist_ok=True)
        self.part = Scratch(f"{Path(config.site_dir).name}.part-", str(Path(config.site_dir).parent))
        config.site_dir = self.part.path
        self.refused: list[Problem] = []
        self.report: Report | None = None
        if jupyter := config.plugins.get("mkdocs-jupyter"):
            jupyter.config.update(execute=False)  # the check runs the notebooks
        self.check = threading.Thread(target=self._check, name="check", daemon=True)
        self.check.start()

    def _check(self) -> None:
        self.report = check.check(self.root)

    def refuse_broken_pages(self) -> None:
        """Raise a BuildError for what can be seen without a run, before the rendering stumbles over it."""
        recorded: list[Snippet] = []
        try:
            recorded += recording.read_notebooks(self.root)
            read_well, problems = snippets.read_all(self.root)
            recorded += read_well.values()
            problems += includes.problems(self.root, read_well, {}, {})
            problems += snippet_files.problems(self.root)
        except Problem as problem:
            problems = [problem]
        if not all(transcripts.recorded_outputs(each) for each in recorded):
            self.wait_for_check()  # which will say more: a transcript is missing, edited, or of another text
        if problems:
            raise refusal(*problems)

    def audit(self, page: Page, content: str) -> None:
        """Note what keeps this page from being published: a number that is not computed, or not as recorded."""
        path, description = Path(page.file.abs_src_path or ""), page.meta.get("description", "")
        article = Article(path, page_html.parse(content), description)
        self.refused += number_records.refused(self.root, article)

    def wait_for_check(self) -> None:
        """Raise a BuildError if the check finds anything wrong."""
        self.check.join()
        if not self.report or not self.report.ok:
            raise refusal(self.report or "the check broke off")

    def finish(self, config: MkDocsConfig) -> None:
        """Wait for the check; move the site to its place if nothing is wrong anywhere, else raise a BuildError."""
        self.wait_for_check()
        if self.refused:
            raise refusal(*self.refused)
        log.info(str(self.report))
        if not _has_warned():  # else MkDocs stops a strict build right after this event
            exchange.replace_folder(self.part.path, self.final_folder)
            config.site_dir = self.final_folder

    def abandon(self) -> None:
        """Remove what was rendered and not published."""
        self.part.remove()


current: Build | None = None  # the build that runs; None in a server


def render_notebook(page: Page, config: MkDocsConfig, files: Files) -> str:
    """The content of a notebook's page with the recorded outputs, which the check compares with those of a run."""
    from tools.pages import notebook_page  # with Jupyter: only where there is a notebook

    try:
        notebook_page.render_recorded(page, config, files)
    except Problem as problem:
        raise refusal(problem) from None
    return page.content or ""


def refusal(*reasons: object) -> BuildError:
    """A BuildError that gives the reasons, a line each."""
    return BuildError("\n".join(["nothing is published:", *map(str, reasons)]))


def _has_warned() -> bool:
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return any(counter.get_counts() for counter in counters)
