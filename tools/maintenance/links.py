"""The links of a built site: those to elsewhere, listed; those within it, followed.

python -m tools.maintenance.links [FOLDER]    list every address outside the site, and the pages that link to it
"""

import collections
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html

from tools.site import built

BASE = "https://the.site/"


class Page(NamedTuple):
    """What a page links to, and its anchors."""

    links: list[str]
    anchors: frozenset[str]


@functools.cache
def read(path: Path) -> Page:
    """The links and the anchors of a page."""
    tree = lxml.html.fromstring(path.read_text(encoding="utf-8"))
    return Page([*map(str, tree.xpath("//@href | //@src"))], frozenset(map(str, tree.xpath("//@id"))))


def found(site: Path) -> Iterator[tuple[str, str]]:
    """Each link of each page, as (page below the site's folder, absolute address).

    The addresses of links within the site begin with BASE.
    """
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        at = BASE + ("" if page == "404.html" else page.removesuffix("index.html"))
        for link in read(path).links:
            yield page, urljoin(at, link)


def broken(site: Path) -> Iterator[tuple[str, str]]:
    """Each link within the site to a file or an anchor that is not there, as (page, address)."""
    for page, address in found(site):
        if address.startswith(BASE) and not leads_somewhere(site, address):
            yield page, address.removeprefix(BASE)


def leads_somewhere(site: Path, address: str) -> bool:
    """Whether a file of the site is at an address, absolute or below the site's, and the anchor, if any, in it."""
    parts = urlsplit(address)
    path = site / unquote(parts.path).lstrip("/")
    if path.is_dir():
        path /= "index.html"
    if not path.is_file():
        return False
    anchor = unquote(parts.fragment)
    return not anchor or path.suffix != ".html" or anchor in read(path).anchors


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
