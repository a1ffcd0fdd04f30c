"""The links of a built site: those to elsewhere, listed; those within it, followed.

    python -m tools.links [FOLDER]    list every address outside the site, and the pages that link to it
"""

import argparse
import collections
import functools
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

BASE = "https://the.site/"


@functools.cache
def _read(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def found(site):
    """Each link of each page, as (page below the site's folder, absolute address); those within the site begin with BASE."""
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        at = BASE + ("" if page == "404.html" else page.removesuffix("index.html"))
        for tag in _read(path).find_all(lambda tag: tag.has_attr("href") or tag.has_attr("src")):
            yield page, urljoin(at, tag.get("href", tag.get("src")))


def broken(site):
    """Each link within the site to a file or an anchor that is not there, as (page, address)."""
    for page, address in found(site):
        if address.startswith(BASE):
            parts = urlsplit(address)
            path = site / unquote(parts.path).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            anchor = unquote(parts.fragment)
            if not path.is_file() or anchor and path.suffix == ".html" and not _read(path).find(id=anchor):
                yield page, address.removeprefix(BASE)


def external(site):
    """The pages that link to each address outside the site, by address."""
    pages = collections.defaultdict(set)
    for page, address in found(site):
        if not address.startswith(BASE) and urlsplit(address).scheme in ("http", "https"):
            pages[address].add(page)
    return pages


def main():
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.links", description="List every link to elsewhere, and its pages.")
    parser.add_argument("site", nargs="?", default="site", type=Path, help="the folder of the built site")
    site = parser.parse_args().site
    if not (site / "index.html").exists():
        sys.exit(f"{site}: no site here; make build")
    for address, pages in sorted(external(site).items()):
        print(address, *sorted(pages), sep="\n    ")


if __name__ == "__main__":
    main()
