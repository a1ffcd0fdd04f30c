"""A serving session: edited snippets are run at once, and pages show their fresh output from a folder of its own."""

import logging
import tempfile
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from tools.examples import library, sections, snippets, transcripts
from tools.examples.files import Problem
from tools.examples.runner import Runner
from tools.pages import includes

RENDERED = ["content", "toc", "_title_from_render", "present_anchor_ids"]  # what Page.render gives to a page
log = logging.getLogger("mkdocs.hooks.live")
session = None


class Session:
    """What lasts from one rebuild of a server to the next. `snippets/` is read, never written."""

    def __init__(self):
        self.runner = Runner()
        self.fresh = tempfile.TemporaryDirectory(prefix="transcripts-")
        self.templates = FileSystemBytecodeCache(self.fresh.name, "%s.template")
        self.seen, self.rendered = {}, {}

    def close(self):
        """End the process that runs snippets, and remove the fresh output."""
        self.runner.close()
        self.fresh.cleanup()

    def prepare(self, config):
        """Let pages find fresh output before the record, and let a broken page break only itself."""
        self.root = Path(config.config_file_path).parent
        for handler in [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]:
            logging.getLogger("mkdocs").removeHandler(handler)  # it would turn each warning into the end of the rebuild
        options = config.mdx_configs["pymdownx.snippets"]
        config.mdx_configs["pymdownx.snippets"] = {
            **options,
            "base_path": [self.fresh.name, *options["base_path"]],
            "check_paths": False,
        }
        if jupyter := config.plugins.get("mkdocs-jupyter"):  # a notebook runs when it is edited, and may fail
            jupyter.config.update(cache=True, cache_dir=str(self.root / ".cache/mkdocs-jupyter"), allow_errors=True)

    def refresh(self):
        """Run each snippet whose record is not of its present text, once for each text; say what differs."""
        found = {}
        try:
            library.refuse_other_version(self.root)
            found, unreadable = snippets.read_all(self.root)
            for path in self.seen.keys() - found.keys():
                self._at(path).unlink(missing_ok=True)
                del self.seen[path]
            for run in self.runner.run([snippet for snippet in found.values() if self._is_new(snippet)]):
                self._show(run)
            for problem in unreadable:
                log.warning(str(problem))
                names = [i.section for i in includes.read(self.root) if i.snippet == problem.path and i.end == ".out"]
                self._write(problem.path, [(name, f"{problem}\n") for name in names])
                self.seen[problem.path] = None
            for problem in includes.problems(self.root, found, {}, {}):
                log.warning(str(problem))
        except Problem as problem:
            log.warning(str(problem))
        except (RuntimeError, OSError) as error:
            log.error(f"{error}; the next edit starts it anew")
            self.runner, self.seen = Runner(), {}

    def render(self, page, config, files):
        """Render a page, unless neither its text nor what it includes has changed since it was rendered last."""
        try:
            shown = [self._shown(include) for include in includes.read(self.root, Path(page.file.abs_src_path))]
        except (Problem, ValueError):  # an include of no snippet: said by `refresh`
            return Page.render(page, config, files)
        key = page.markdown, shown
        if self.rendered.get(page.file.src_uri, [None])[0] != key:
            Page.render(page, config, files)
            self._keep(page, key)
        self._put(page)

    def _shown(self, include):
        path = include.snippet.with_suffix(include.end)
        fresh = Path(self.fresh.name, path.relative_to(self.root / "snippets"))
        return [each.read_text(encoding="utf-8") for each in (fresh, path) if each.is_file()][:1]

    def notebook(self, html, page, config, files):
        """The content of a notebook's page; the first time that it differs from its record, say how."""
        from tools.pages import notebook_page

        key = html, Path(page.file.abs_src_path).read_text(encoding="utf-8")
        if self.rendered.get(page.file.src_uri, [None])[0] != key:
            run = notebook_page.run_of(html, page)
            if diffs := transcripts.differences(run):
                log.warning(diffs)
            notebook_page.render(run.snippet, run.outputs, page, config, files)
            self._keep(page, key, "markdown", "meta")
        return self._put(page)

    def _keep(self, page, key, *more):
        self.rendered[page.file.src_uri] = key, {name: getattr(page, name) for name in [*RENDERED, *more]}

    def _put(self, page):
        for name, value in self.rendered[page.file.src_uri][1].items():
            setattr(page, name, value)
        return page.content

    def _is_new(self, snippet):
        record = snippet.recorded
        if transcripts.recorded_outputs(snippet):
            for ending in (".out", ".svg"):
                self._at(snippet.path).with_suffix(ending).unlink(missing_ok=True)
            self.seen[snippet.path] = None
            return False
        seen, self.seen[snippet.path] = self.seen.get(snippet.path), (snippet.inputs, record)
        return seen != (snippet.inputs, record)

    def _show(self, run):
        path, problem, shown = run.snippet.path, run.problem, []
        for section in run.snippet.sections:
            text = run.outputs[section.name]
            if problem and section.last > problem.line:
                text = f"{text.rstrip()}\n{problem}\n".lstrip("\n")
            shown.append((section.name, text))
        self._write(path, shown)
        if run.figure:
            self._at(path).with_suffix(".svg").write_text(run.figure, encoding="utf-8")
        log.warning(str(problem or transcripts.differences(run)))

    def _write(self, path, shown):
        at = self._at(path)
        at.parent.mkdir(parents=True, exist_ok=True)
        lines = [sections.write(name, text.replace(sections.ANY_MARK, "-8 <-")) for name, text in shown]
        at.write_text("".join(lines), encoding="utf-8")

    def _at(self, path):
        return Path(self.fresh.name, path.relative_to(self.root / "snippets")).with_suffix(".out")
