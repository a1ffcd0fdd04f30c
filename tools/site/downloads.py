"""Writes the pages in other forms beside them: as Markdown, some as notebooks too, and all in one text."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mkdocs.structure.pages import Page

from tools.examples.files import write_at_once
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
        write_at_once(site.folder / page_to_markdown.markdown_uri(page.file), texts[page.url].markdown)
        if uri := notebook_uri(page):
            write_at_once(site.folder / uri, texts[page.url].notebook)
    write_at_once(site.folder / "llms-full.txt", "\n".join(texts[page.url].markdown for page in pages))
    write_at_once(site.folder / "llms.txt", llms_txt.write(site))
