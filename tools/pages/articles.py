"""Renders the pages' articles as the site's build does, without the build."""

import functools
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

FORMULAS = "tools.markdown_ext.formulas"


class Article(NamedTuple):
    """A rendered page: its source, its article, and its description."""

    path: Path
    html: Tag
    description: str


@functools.cache
def load_site(root: Path) -> tuple[MkDocsConfig, Files]:
    """The settings and the files of the site at `root`."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    links_are_for_the_build = dict.fromkeys(("not_found", "unrecognized_links", "anchors"), "ignore")
    config = load_config(str(Path(root, "mkdocs.yml")), strict=False, validation=links_are_for_the_build)
    snippet_options = config.mdx_configs["pymdownx.snippets"]
    snippet_options["base_path"] = [str(Path(root, folder)) for folder in snippet_options["base_path"]]
    return config, get_files(config)


def sources(root: Path) -> list[Path]:
    """The sources of all pages: Markdown and notebooks."""
    return [path for path in sorted(Path(root, "docs").rglob("[!.]*.*")) if path.suffix in (".md", ".py")]


def render(root: Path, only: Collection[Path] | None = None) -> Iterator[Article]:
    """The Article of each page of the site, or `only` of those with these paths."""
    config, files = load_site(root)
    for file in files:
        path = Path(file.abs_src_path or "")
        if path.suffix not in (".md", ".py") or (only is not None and path not in only):
            continue
        page = Page(None, file, config)
        config.mdx_configs[FORMULAS] = {"source": str(path)}
        if path.suffix == ".py":
            from tools.pages import notebook_page  # Jupyter takes half a second to import

            notebook_page.render_recorded(page, config, files)
        else:
            page.read_source(config)
            page.render(config, files)
        yield Article(path, parse(page.content or ""), page.meta.get("description", ""))


def parse(html: str) -> BeautifulSoup:
    """The article of a page, parsed."""
    return BeautifulSoup(html, "html.parser")
