"""Builds the site beside its final place while the check runs, and moves it there when all is well."""

import logging
import threading
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from tools.examples.files import Problem
from tools.examples.recording import Report
from tools.examples.runner import Runner
from tools.examples.scratch import Scratch
from tools.pages import check, include_rules, project, records, site_texts
from tools.pages.articles import Article
from tools.site import exchange, finish, snippet_files
from tools.site.rendered_site import RenderedSite

log = logging.getLogger("mkdocs.hooks.publish")


class Build:
    """One build. The check runs in a thread: it mostly waits for other processes and hardly slows the rendering."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.final_folder = config.site_dir
        Path(config.site_dir).parent.mkdir(parents=True, exist_ok=True)
        self.part = Scratch(f"{Path(config.site_dir).name}.part-", str(Path(config.site_dir).parent))
        config.site_dir = self.part.path
        self.refused: list[Problem] = []
        self.report: Report | None = None
        self.site: RenderedSite | None = None
        runner = Runner()  # imports the library while the project is read
        self.project = project.read(Path(config.docs_dir).parent)
        self.check = threading.Thread(target=self._check, args=[runner], name="check", daemon=True)
        self.check.start()

    def _check(self, runner: Runner) -> None:
        with runner as at_work:
            self.report = check.judge(self.project, runner=at_work)

    def refuse_broken_pages(self) -> None:
        """Raise a BuildError for what can be seen without a run, before the rendering stumbles over it."""
        found = self.project
        problems = [*found.problems, *(page.problem for page in found.pages.values() if page.problem)]
        problems += include_rules.problems(found, {}, {})
        problems += [*snippet_files.problems(found.root), *site_texts.refused(found.root)]
        if not all(found.outputs(each) for each in [*found.snippets.values(), *found.notebooks.values()]):
            self.wait_for_check()  # which will say more: a transcript is missing, edited, or of another text
        if problems:
            raise refusal(*problems)

    def audit(self, page: Page, content: str) -> None:
        """Note what keeps a page from being published: what it asserts is not shown, or not as recorded."""
        article = Article(Path(page.file.abs_src_path or ""), content.strip(), page.meta)
        self.refused += records.compare(records.audit(self.project, article))

    def wait_for_check(self) -> None:
        """Raise a BuildError if the check finds anything wrong."""
        self.check.join()
        if not self.report or not self.report.ok:
            raise refusal(self.report or "the check broke off")

    def finish(self, config: MkDocsConfig) -> None:
        """Finish the site, wait for the check, and publish if nothing is wrong anywhere; else raise a BuildError."""
        assert self.site
        self.refused += finish.finish(self.site, self.project)
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


def refusal(*reasons: object) -> BuildError:
    """A BuildError that gives the reasons, a line each."""
    return BuildError("\n".join(["nothing is published:", *map(str, reasons)]))


def _has_warned() -> bool:
    counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    return any(counter.get_counts() for counter in counters)
