"""A build of the site: rendered beside its final place while the check runs, and moved there when all is well."""

import logging
import os
import shutil
import threading
from pathlib import Path

from mkdocs.exceptions import BuildError
from mkdocs.utils import CountHandler

from tools.examples import recording, snippets, transcripts
from tools.examples.files import Problem
from tools.pages import articles, check, includes, number_records

log = logging.getLogger("mkdocs.hooks.publish")
build = None


class Build:
    """One build. The check runs in a thread: it waits for other processes, so it costs the rendering little."""

    def __init__(self, config):
        self.final, self.part, self.report = config.site_dir, config.site_dir + ".part", None
        config.site_dir, self.root, self.refused = self.part, Path(config.config_file_path).parent, []
        self.check = threading.Thread(target=self._check, daemon=True)
        self.check.start()

    def _check(self):
        self.report = check.check(self.root)

    def refuse_broken_pages(self):
        """Raise a BuildError for what can be seen without a run, before the rendering stumbles over it."""
        read, notebooks = {}, []
        try:
            notebooks = recording.read_notebooks(self.root)
            read, problems = snippets.read_all(self.root)
            problems.extend(includes.problems(self.root, read, {}, {}))
        except Problem as problem:
            problems = [problem]
        recorded = [*read.values(), *notebooks]
        if not all(transcripts.recorded_outputs(each) for each in recorded):
            self.wait_for_check()  # which will say more: a transcript is missing, edited, or of another text
        if problems:
            raise BuildError("\n".join(["nothing is published:", *map(str, problems)]))

    def look_at(self, path, html, description):
        """Note what keeps this page from being published: a number in its prose that is not computed, or not as recorded."""
        self.refused += number_records.refused(
            self.root, articles.Article(Path(path), articles.parse(html), description)
        )

    def wait_for_check(self):
        """Raise a BuildError if the check finds anything wrong."""
        self.check.join()
        if not self.report or not self.report.ok:
            raise BuildError(f"nothing is published:\n{self.report or 'the check broke off'}")

    def finish(self, config):
        """Wait for the check; move the site to its place if nothing is wrong anywhere, else raise a BuildError."""
        self.wait_for_check()
        if self.refused:
            raise BuildError("\n".join(["nothing is published:", *map(str, self.refused)]))
        log.info(str(self.report))
        counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
        if any(handler.get_counts() for handler in counters):
            return  # right after this event MkDocs stops a strict build that has warned
        old = self.final + ".old"
        shutil.rmtree(old, ignore_errors=True)
        if os.path.exists(self.final):
            os.rename(self.final, old)
        os.rename(self.part, self.final)
        shutil.rmtree(old, ignore_errors=True)
        config.site_dir = self.final

    def abandon(self):
        """Remove what was rendered and not published."""
        shutil.rmtree(self.part, ignore_errors=True)
