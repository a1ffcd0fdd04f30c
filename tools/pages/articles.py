"""Renders the pages' articles as the site's build does, without the build."""

import functools
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from tools.examples import transcripts
from tools.examples.files import Problem
from tools.pages.project import Project

FORMULAS = "tools.markdown_ext.formulas"
EDIT_URI = "edit/main/docs/"


class Article(NamedTuple):
    """A rendered page: its source, its article, and its metadata."""

    path: Path
    html: str
    meta: Mapping[str, Any]


@functools.cache
def load_site(root: Path) -> tuple[MkDocsConfig, Files]:
    """The settings and the files of the site at `root`."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    links_are_for_the_build = dict.fromkeys(("not_found", "unrecognized_links", "anchors"), "ignore")
    config = load_config(str(Path(root, "mkdocs.yml")), strict=False, validation=links_are_for_the_build)
    snippet_options = config.mdx_configs["pymdownx.snippets"]
    snippet_options["base_path"] = [str(Path(root, folder)) for folder in snippet_options["base_path"]]
    files, jupyter = get_files(config), config.plugins.get("mkdocs-jupyter")
    return config, jupyter.on_files(files, config=config) if jupyter else files


def render(project: Project, only: Collection[Path] | None = None) -> Iterator[Article]:
    """The Article of each page of the site, or `only` of those with these paths."""
    config, files = load_site(project.root)
    for file in files:
        path = Path(file.abs_src_path or "")
        if path not in project.pages or (only is not None and path not in only):
            continue
        page = Page(None, file, config)
        config.mdx_configs[FORMULAS] = {"source": str(path)}
        read_source(page, project)
        Page.render(page, config, files)
        yield Article(path, page.content or "", page.meta)


def render_one(project: Project, path: Path) -> Article:
    """The Article of one page; raises a Problem if it cannot be rendered."""
    try:
        [article] = render(project, [path])
        return article
    except BuildError as error:  # a formula that does not parse
        raise Problem(path, 0, str(error)) from None


def read_source(page: Page, project: Project) -> None:
    """Give a page its Markdown and its metadata; those of a notebook have its recorded outputs."""
    path = Path(page.file.abs_src_path or "")
    if notebook := project.notebooks.get(path):
        from tools.pages import notebook_page  # Jupyter takes half a second to import

        page.markdown, page.meta = notebook_page.write(notebook, transcripts.needed_outputs(notebook))
    else:
        page.markdown, page.meta = get_data(project.pages[path].text)
