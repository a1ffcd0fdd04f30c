"""The links of a built site: those to elsewhere, listed; those within it, followed.

python -m tools.maintenance.links [FOLDER]    list every address outside the site, and the pages that link to it
"""

import collections
import functools
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tools.site import built

BASE = "https://the.site/"


class _Page(HTMLParser):
    """Collects the links and the anchors of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag links to, and the anchor that it sets."""
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.links.append(value)
            if name == "id" and value:
                self.anchors.add(value)


_read = functools.cache(_Page)


def found(site: Path) -> Iterator[tuple[str, str]]:
    """Each link of each page, as (page below the site's folder, absolute address).

    The addresses of links within the site begin with BASE.
    """
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        at = BASE + ("" if page == "404.html" else page.removesuffix("index.html"))
        for link in _read(path).links:
            yield page, urljoin(at, link)


def broken(site: Path) -> Iterator[tuple[str, str]]:
    """Each link within the site to a file or an anchor that is not there, as (page, address)."""
    for page, address in found(site):
        if address.startswith(BASE) and not _leads_somewhere(site, address):
            yield page, address.removeprefix(BASE)


def _leads_somewhere(site: Path, address: str) -> bool:
    parts = urlsplit(address)
    path = site / unquote(parts.path).lstrip("/")
    if path.is_dir():
        path /= "index.html"
    if not path.is_file():
        return False
    anchor = unquote(parts.fragment)
    return not anchor or path.suffix != ".html" or anchor in _read(path).anchors


def external(site: Path) -> dict[str, set[str]]:
    """The pages that link to each address outside the site, by address."""
    pages = collections.defaultdict(set)
    for page, address in found(site):
        if not address.startswith(BASE) and urlsplit(address).scheme in ("http", "https"):
            pages[address].add(page)
    return pages


def main() -> None:
    """The command line."""
    site = built.folder_argument("tools.maintenance.links", "List every link to elsewhere, and its pages.")
    for address, pages in sorted(external(site).items()):
        print(address, *sorted(pages), sep="\n    ")


if __name__ == "__main__":
    main()
