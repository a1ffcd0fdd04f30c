"""The HTML of a page, parsed once for all that read it: the audit of its numbers, the search, the links to files."""

import functools

from bs4 import BeautifulSoup

from tools.pages import articles


@functools.lru_cache(maxsize=64)
def parse(content: str) -> BeautifulSoup:
    """The content of a page, parsed; to be read, not changed."""
    return articles.parse(content)
