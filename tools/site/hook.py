"""MkDocs events: a build publishes only what the check has passed; a server shows what edited snippets print.

The pages need nothing of this to render. MkDocs loads this file anew for every rebuild, so what must last is elsewhere.
"""

import functools
import gc
import logging
import os
import signal
import sys
from pathlib import Path

from mkdocs.exceptions import Abort, BuildError
from watchdog.observers.polling import PollingObserver

from tools.examples import transcripts
from tools.examples.files import Problem
from tools.site import build, csp, downloads, html_repairs, minify, search_names, serve, source_links

log = logging.getLogger("mkdocs.hooks.pages")


def on_startup(command, dirty):
    """A server starts the process that will run edited snippets. Whoever is asked to end cleans up first. A build is too short
    to collect garbage: a fifth of it.
    """
    if command == "build":
        gc.disable()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    serve.session = serve.Session() if command == "serve" else None


def on_config(config):
    """A build starts the check; a server looks for fresh output. Edit links need to know the branch."""
    config.edit_uri = "edit/main/docs/" if config.repo_url else None
    os.environ["JUPYTER_CONFIG_DIR"] = str(Path(__file__).parents[1] / "examples/jupyter")
    if serve.session:
        serve.session.prepare(config)
    else:
        build.build = build.Build(config)


def on_pre_build(config):
    """A server runs the snippets that are not as recorded; a build refuses pages that show what is not there."""
    if serve.session:
        serve.session.refresh()
    else:
        build.build.refuse_broken_pages()


def on_files(files, config):
    """A build publishes its scripts and styles minified."""
    if not serve.session:
        minify.replace(files, config)
    return files


def on_page_markdown(markdown, page, config, files):
    """Tell the formulas which file they stand in; a server renders only pages that have changed."""
    config.mdx_configs["tools.markdown_ext.formulas"] = {"source": page.file.abs_src_path, "strict": not serve.session}
    if serve.session and page.file.src_uri.endswith(".md"):
        page.render = functools.partial(serve.session.render, page)


def on_env(env, config, files):
    """All pages are rendered: write what stands beside them. A server compiles each template once."""
    downloads.write(config, files)
    if serve.session:
        env.bytecode_cache = serve.session.templates


def on_page_content(html, page, config, files):
    """A notebook's page is made as all others are, of its text and of what mkdocs-jupyter's run of it has printed; a build
    looks whether the numbers in a page's prose are computed there.
    """
    if page.file.src_uri.endswith(".py"):
        if serve.session:
            return serve.session.notebook(html, page, config, files)
        from tools.pages import notebook_page  # with Jupyter: only where there is a notebook

        run = notebook_page.run_of(html, page)
        if diffs := transcripts.differences(run):
            cells = ", ".join(notebook_page.differing(run))
            raise BuildError(f"nothing is published: {page.file.src_uri} prints other text in {cells}:\n{diffs}")
        notebook_page.render(run.snippet, run.outputs, page, config, files)
        html = page.content
    if not serve.session:
        build.build.look_at(page.file.abs_src_path, html, page.meta.get("description", ""))
    return html


def on_page_context(context, page, config, nav):
    """The search index has read the page: name the sections there, and add to the page its links to files."""
    search_names.give(page, config)
    try:
        page.content = source_links.linked(page, Path(config.docs_dir).parent)
    except Problem as problem:
        if not serve.session:
            raise BuildError(f"nothing is published:\n{problem}") from None
        log.warning(str(problem))
    return context


def on_post_page(html, page, config):
    """Finish the page. In a server it has no policy, which would keep MkDocs' script from loading it again after an edit."""
    html = html_repairs.repair(html)
    return html if serve.session else csp.apply(html)


def on_post_template(html, template_name, config):
    """The page for what is not there is a page too."""
    return on_post_page(html, None, config) if template_name.endswith(".html") else html


def on_build_error(error):
    """MkDocs has named the notebook whose cell raised, and what: a traceback of Jupyter itself says no more."""
    if type(error).__name__ == "CellExecutionError":
        raise Abort("nothing is published")


def on_post_build(config):
    """A build is published if the check has passed."""
    if not serve.session:
        build.build.finish(config)


def on_serve(server, config, builder):
    """Look for changed files ten times a second instead of twice: a look at a few hundred files takes milliseconds."""
    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.1)
    for path in watched:
        server.watch(path)


def on_shutdown():
    """Leave neither a process nor a half-built site behind."""
    if serve.session:
        serve.session.close()
    if build.build:
        build.build.abandon()
