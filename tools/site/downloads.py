"""Writes the pages in other forms beside them: as Markdown, some as notebooks too, and all in one text."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from tools.pages.project import Project
from tools.site import llms_txt, page_to_markdown
from tools.site.rendered_site import RenderedSite

NOTEBOOKS = ("worked-examples/", "learn/exercises/")


class Texts(NamedTuple):
    """A page in its other forms: as Markdown, and as a notebook or ""."""

    markdown: str
    notebook: str = ""


def notebook_uri(page: Page) -> str | None:
    """Where in the site the notebook of this page stands, or None if it has none."""
    uri = page.file.src_uri
    return Path(uri).with_suffix(".ipynb").as_posix() if uri.startswith(NOTEBOOKS) else None


def convert(page: Page, site: RenderedSite, found: Project, foot: str) -> Texts:
    """A page in its other forms; `foot` is what it says at its foot."""
    markdown = page_to_markdown.convert(page, site, foot)
    if not notebook_uri(page):
        return Texts(markdown)
    from tools.site import page_to_notebook  # with Jupyter: only where there is a notebook

    return Texts(markdown, page_to_notebook.convert(page, site, found, foot))


def write(site: RenderedSite, texts: Mapping[str, Texts]) -> None:
    """Write the other forms of all pages, given by the pages' addresses, into the folder of the site."""
    pages = [page for page in site.pages if page.url in texts]
    for page in pages:
        _write(texts[page.url].markdown, site.folder / page_to_markdown.markdown_uri(page.file))
        if uri := notebook_uri(page):
            _write(texts[page.url].notebook, site.folder / uri)
    _write("\n".join(texts[page.url].markdown for page in pages), site.folder / "llms-full.txt")
    _write(llms_txt.write(site), site.folder / "llms.txt")


def _write(text: str, path: Path) -> None:
    write_file(text.encode(), str(path))
