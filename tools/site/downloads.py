"""Writes the pages in other forms beside them: each as Markdown, the worked examples as notebooks, all in one text."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from tools.pages.project import Project
from tools.site import llms_txt, page_to_markdown
from tools.site.rendered_site import RenderedSite

NOTEBOOKS = "worked-examples/"


def notebook_uri(page: Page) -> str | None:
    """Where in the site the notebook of this page stands, or None if it has none."""
    uri = page.file.src_uri
    return Path(uri).with_suffix(".ipynb").as_posix() if uri.startswith(NOTEBOOKS) else None


def write(site: RenderedSite, found: Project, feet: Mapping[str, str]) -> None:
    """Write all of them into the folder of the site; `feet` are what pages say at their foot, by their addresses."""
    texts = []
    for page in site.pages:
        foot = feet.get(page.url, "")
        text = page_to_markdown.convert(page, site, foot)
        _write(text, site.folder / page_to_markdown.markdown_uri(page.file))
        texts.append(text)
        if uri := notebook_uri(page):
            from tools.site import page_to_notebook  # with Jupyter: only where there is a notebook

            _write(page_to_notebook.convert(page, site, found, foot), site.folder / uri)
    _write("\n".join(texts), site.folder / "llms-full.txt")
    _write(llms_txt.write(site), site.folder / "llms.txt")


def _write(text: str, path: Path) -> None:
    write_file(text.encode(), str(path))
