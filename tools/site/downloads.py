"""Writes the pages in other forms beside them: each as Markdown, the worked examples as notebooks, all in one text."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from tools.site import llms_txt, page_to_markdown

NOTEBOOKS = "worked-examples/"


def notebook_uri(page: Page) -> str | None:
    """Where in the site the notebook of this page stands, or None if it has none."""
    uri = page.file.src_uri
    return Path(uri).with_suffix(".ipynb").as_posix() if uri.startswith(NOTEBOOKS) else None


def write(config: MkDocsConfig, files: Files) -> None:
    """Write all of them into the folder of the site; every page has been rendered."""
    site, pages, texts = Path(config.site_dir), _in_order(files), []
    for page in pages:
        text = page_to_markdown.convert(page, config, files)
        _write(text, site / page_to_markdown.markdown_uri(page.file))
        texts.append(text)
        if uri := notebook_uri(page):
            from tools.site import page_to_notebook  # with Jupyter: only where there is a notebook

            _write(page_to_notebook.convert(page, config, files), site / uri)
    _write("\n".join(texts), site / "llms-full.txt")
    _write(llms_txt.write(pages, config), site / "llms.txt")


def _write(text: str, path: Path) -> None:
    write_file(text.encode(), str(path))


def _in_order(files: Files) -> list[Page]:
    """The pages in the order of the menu; those that it does not list come where their files do."""
    ordered = []
    for file in files.documentation_pages():
        page = file.page
        if page and not page.previous_page:  # the first page of the menu, or one that it does not list
            while page:
                ordered.append(page)
                page = page.next_page
    return ordered
