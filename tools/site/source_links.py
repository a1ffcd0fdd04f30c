"""Adds links to files of the site: to each block of code, to its snippet; to a worked example, to its notebook."""

from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from tools.examples.snippets import DATA
from tools.pages import includes
from tools.pages.includes import Include
from tools.site import downloads, page_html

TO_FILE = '<a class="to-file" href="{href}" aria-label="{path}, the whole file of this block">{name}</a>'
BLOCKS = "div.highlight > pre:first-child"
TO_NOTEBOOK = '\n<div class="to-notebook"><a href="{href}" download>Download this page as a Jupyter notebook</a></div>'


def links_to_files(page: Page, root: Path) -> list[tuple[int, str]]:
    """Where in a page to add a link to each block's file, and the link; raises a Problem as `links` does."""
    source = Path(page.file.abs_src_path or "")
    if source.suffix != ".md":
        return []
    shown = [include for include in includes.read(root, source) if include.end in {".py", *DATA}]
    return links(
        page.content or "", shown, root / "snippets", lambda path: get_relative_url(f"snippets/{path}", page.url)
    )


def link_to_notebook(page: Page) -> str:
    """The content of a page, with the link to its notebook if it has one."""
    content, notebook = page.content or "", downloads.notebook_uri(page)
    if not notebook:
        return content
    link = TO_NOTEBOOK.format(href=get_relative_url(notebook, page.url))
    return content.replace("</h1>", f"</h1>{link}", 1)


def links(content: str, shown: Iterable[Include], folder: Path, address: Callable[[str], str]) -> list[tuple[int, str]]:
    """Where in the content to add a link to a block, and the link, for each of the includes `shown`, in their order.

    It leads to the `address` of the include's file, given by its path below `folder`. Raises a Problem if the blocks do
    not match the includes one to one.
    """
    waiting, found = list(shown), []
    for block, place in page_html.places(content, BLOCKS):
        if waiting and block.text.strip("\n") == waiting[0].text:
            path = waiting.pop(0).snippet.relative_to(folder)
            link = TO_FILE.format(href=address(path.as_posix()), path=path.as_posix(), name=path.name)
            found.append((place, link))
    if waiting:
        name = waiting[0].snippet.name
        raise waiting[0].problem(f"the block that shows {name} is not found in the page as it is rendered")
    return found
