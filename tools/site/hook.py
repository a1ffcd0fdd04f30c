"""MkDocs events: a build publishes only what the check has passed; a server shows what edited snippets print.

This only calls the steps; the pages need nothing of it to render. MkDocs loads this file anew for every rebuild: what
lasts is kept in `build.current` and `serve.current`, of which one is set.
"""

import functools
import gc
import logging
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from tools.examples.files import Problem, describe, read_text
from tools.pages import articles
from tools.site import build, highlighting, html_repairs, page_html, search_names, serve, watching
from tools.site.rendered_pages import SearchEntries
from tools.site.rendered_site import RenderedSite

log = logging.getLogger("mkdocs.hooks.pages")


def on_startup(command: str, dirty: bool) -> None:
    """Start a server's session. On SIGTERM, exit through cleanup."""
    signal.signal(signal.SIGTERM, _exit)
    sys.excepthook = _say_what_the_system_refused
    highlighting.share()
    serve.current = serve.Session() if command == "serve" else None


def _exit(*_: Any) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # make sends it again, which would break off the cleanup
    sys.exit(143)


def _say_what_the_system_refused(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in one line that a disk is full or a folder not writable; leave the rest to Python."""
    if isinstance(error, OSError):
        log.error(describe(error))
    else:
        sys.__excepthook__(kind, error, trace)


def on_config(config: MkDocsConfig) -> None:
    """A build starts the check; a server looks for fresh output. Edit links need the branch.

    No garbage is collected meanwhile: that would take a fifth of the time.
    """
    gc.disable()
    config.edit_uri = articles.EDIT_URI if config.repo_url else None
    if serve.current:
        serve.current.prepare(config)
    else:
        build.current = build.Build(config)


def on_pre_build(config: MkDocsConfig) -> None:
    """A server runs the snippets that are not as recorded; a build refuses pages that show what is not there."""
    if serve.current:
        serve.current.refresh()
    if build.current:
        build.current.refuse_broken_pages()


def on_files(files: Files, config: MkDocsConfig) -> None:
    """A link that leads nowhere is no file, and a name that is no text has no address."""
    for file in list(files):
        wrong = ""
        if file.abs_src_path and not os.path.exists(file.abs_src_path):
            wrong = "is a link that leads nowhere; delete it"
        elif file.src_uri != file.src_uri.encode(errors="replace").decode():
            wrong = "has a name that is not UTF-8; rename it"
        if wrong:
            _refuse(Problem(Path(file.abs_src_path or ""), 0, wrong))
            files.remove(file)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """All pages are known, and none is rendered."""
    if serve.current:
        serve.current.render_ahead(config, files)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """A page that cannot be read says so itself while it is served."""
    try:
        read_text(Path(page.file.abs_src_path or ""))
    except Problem as problem:
        _refuse(problem)
        return f"# {page.file.src_uri}\n\n    {problem}\n"
    return None


def _refuse(problem: Problem) -> None:
    """Stop a build; while serving, say what is wrong."""
    if build.current:
        raise build.refusal(problem) from None
    log.warning(str(problem))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Tell the formulas which file they stand in. A notebook is rendered as any page, with its recorded outputs.

    A server renders only pages that have changed, and shows what an edited notebook prints.
    """
    formulas = {"source": page.file.abs_src_path, "strict": not serve.current}
    config.mdx_configs["tools.markdown_ext.formulas"] = formulas
    is_notebook = page.file.src_uri.endswith(".py")
    if serve.current:
        page.render = functools.partial(serve.current.render, page)  # type: ignore[method-assign]
        if is_notebook:
            serve.current.read_notebook(page)
    elif build.current and is_notebook:
        page.render = functools.partial(Page.render, page)  # type: ignore[method-assign]  # mkdocs-jupyter has its own
        try:
            articles.read_source(page, build.current.project)
        except Problem as problem:
            _refuse(problem)
    return page.markdown if is_notebook else None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A build audits what a page asserts."""
    html = search_names.leave_out_forms(html_repairs.repair_content(html))
    if build.current:
        build.current.audit(page, html)
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """All pages are rendered, to be indexed. A server indexes only those that changed, and compiles a template once."""
    site = RenderedSite(Path(config.site_dir), config, files)
    indexed = serve.current.indexed if serve.current else SearchEntries()
    indexed.keep_in(config.plugins)
    if serve.current:
        serve.current.site, env.bytecode_cache = site, serve.current.templates
    if build.current:
        build.current.site = site


def on_post_build(config: MkDocsConfig) -> None:
    """Everything is written: finish it. A build is published if the check has passed."""
    if serve.current:
        serve.current.finish()
        gc.enable()
    if build.current:
        build.current.finish(config)
    page_html.parse.cache_clear()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> None:
    """Watch by an observer of our own, which also sees the end of a snippet that runs for long."""
    server.builder = functools.partial(_rebuild, builder)
    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.build_delay = 0.02  # in seconds, from the last change to the rebuild
    server.observer = watching.observer()  # type: ignore[assignment]  # any observer does
    for path in [*watched, *([str(serve.current.late)] if serve.current else [])]:
        server.watch(path)


def _rebuild(builder: Callable[[], None]) -> None:
    """Rebuild; what is wrong with the settings or a file is said in one sentence, without a traceback."""
    try:
        builder()
    except OSError as error:
        raise Abort(describe(error)) from None
    except MkDocsException as error:
        raise Abort(str(error)) from None


def on_shutdown() -> None:
    """Leave neither a process nor a half-built site behind."""
    if serve.current:
        serve.current.close()
    if build.current:
        build.current.abandon()
