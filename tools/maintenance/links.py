"""The links of a built site: those to elsewhere, listed; those within it, followed.

python -m tools.maintenance.links [FOLDER]    list every address outside the site, and the pages that link to it
"""

import argparse
import collections
import functools
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

BASE = "https://the.site/"


class _Page(HTMLParser):
    """Collects the links and the anchors of a page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors = [], set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        """Called for each tag."""
        found = dict(attrs)
        self.links += [found[name] for name in ("href", "src") if name in found]
        self.anchors |= {found["id"]} if found.get("id") else set()


_read = functools.cache(_Page)


def found(site):
    """Each link of each page, as (page below the site's folder, absolute address); those within the site begin with BASE."""
    for path in sorted(site.rglob("*.html")):
        page = path.relative_to(site).as_posix()
        at = BASE + ("" if page == "404.html" else page.removesuffix("index.html"))
        for link in _read(path).links:
            yield page, urljoin(at, link)


def broken(site):
    """Each link within the site to a file or an anchor that is not there, as (page, address)."""
    for page, address in found(site):
        if address.startswith(BASE):
            parts = urlsplit(address)
            path = site / unquote(parts.path).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            anchor = unquote(parts.fragment)
            if not path.is_file() or anchor and path.suffix == ".html" and anchor not in _read(path).anchors:
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
    parser = argparse.ArgumentParser(
        prog="python -m tools.links", description="List every link to elsewhere, and its pages."
    )
    parser.add_argument("site", nargs="?", default="site", type=Path, help="the folder of the built site")
    site = parser.parse_args().site
    if not (site / "index.html").exists():
        sys.exit(f"{site}: no site here; make build")
    for address, pages in sorted(external(site).items()):
        print(address, *sorted(pages), sep="\n    ")


if __name__ == "__main__":
    main()
