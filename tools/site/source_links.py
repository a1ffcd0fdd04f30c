"""Adds links to files of the site: to each block of code, to its snippet; to each page, to its other forms."""

from collections.abc import Callable, Iterable
from html import escape
from pathlib import PurePosixPath
from urllib.parse import quote

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from tools.examples import snippets
from tools.pages import articles
from tools.pages.assertions import text_of
from tools.pages.includes import Include
from tools.site import downloads, page_html, page_to_markdown

TO_FILE = '<a class="to-file" href="{href}" aria-label="{path}, the whole file of this block">{name}</a>'
FORMS = '\n<div class="to-forms">{links}</div>'
AS_MARKDOWN = '<a href="{href}">This page as Markdown</a>'
AS_NOTEBOOK = '<a href="{href}" download>as a Jupyter notebook</a>'
GITHUB = "https://github.com/"
# Colab opens what stands in a repository; the workflow pushes the notebooks to a branch of that name.
IN_COLAB = '<a href="https://colab.research.google.com/github/{repository}/blob/notebooks/{notebook}">in Colab</a>'
# With the space, the theme does not take it for another language, whose site map it would ask for.
TO_MARKDOWN = '<link rel="alternate " type="text/markdown" title="This page as Markdown" href="{href}">'


def links_to_forms(content: str, page: Page, repository: str) -> str:
    """The content of a page, with links to its Markdown and, if it has one, to its notebook; not the home page.

    If the address of the repository is one of GitHub, a link opens the notebook in Colab.
    """
    if page.is_homepage:
        return content
    markdown, notebook = page_to_markdown.markdown_uri(page.file), downloads.notebook_uri(page)
    links = AS_MARKDOWN.format(href=get_relative_url(quote(markdown), page.url))
    if notebook:
        links += f" · {AS_NOTEBOOK.format(href=get_relative_url(quote(notebook), page.url))}"
        if repository.startswith(GITHUB):
            there = repository.removeprefix(GITHUB).removesuffix(".git").strip("/")
            links += f" · {IN_COLAB.format(repository=there, notebook=quote(notebook))}"
    return content.replace("</h1>", f"</h1>{FORMS.format(links=links)}", 1)


def link_to_markdown(html: str, page: Page) -> str:
    """The HTML of a page, with a link to its Markdown in its head."""
    name = PurePosixPath(page_to_markdown.markdown_uri(page.file)).name
    return html.replace("</head>", f"  {TO_MARKDOWN.format(href=quote(name))}\n  </head>", 1)


def link_to_edit(html: str, page: Page) -> str:
    """What stands before the content of a page, with the link to edit a notebook itself, not the Markdown of it."""
    uri = articles.EDIT_URI + page.file.src_uri
    return html.replace(f"/{PurePosixPath(uri).with_suffix('.md')}", f"/{uri}")


def links(content: str, shown: Iterable[tuple[Include, str]], address: Callable[[str], str]) -> list[tuple[int, str]]:
    """Where in the content to add a link to a block, and the link, for each include and the text that it shows.

    It leads to the `address` of the include's file, given by its path below `snippets/`. Raises a Problem if the blocks
    do not match the includes one to one, in their order.
    """
    waiting, found = list(shown), []
    for block, place in page_html.places(content, "pre"):
        if waiting and text_of(block).strip("\n") == waiting[0][1]:
            path = waiting.pop(0)[0].snippet
            name = snippets.name(path)
            found.append((place, TO_FILE.format(href=address(quote(name)), path=escape(name), name=escape(path.name))))
    if waiting:
        include = waiting[0][0]
        name = include.snippet.name
        raise include.problem(f"the block that shows {name} is not found in the page as it is rendered")
    return found
