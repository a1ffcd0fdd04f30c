"""Builds the site by Zensical, the successor of Material for MkDocs, and compares all of it with MkDocs' own.

    python -m tools.maintenance.compare_zensical [SITE]    publish Zensical's as SITE (site.zensical)

The build by MkDocs checks snippets, notebook and numbers; if it refuses, nothing is published. What differs is printed.
The exit status is 1 if KNOWN does not list it, and if KNOWN lists what does not differ.
"""

import argparse
import difflib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from tools.examples.scratch import Scratch
from tools.site.search_names import INDEXES

KNOWN = {  # what may differ: a pattern for `differences`, and why
    r"(^| <(link|script) .*/)assets/(javascripts|stylesheets)/": "each theme has its own scripts and styles",
    r"^(search/search_index|search)\.json: only by": "the search index is another file; its entries are compared",
    r"^search index: -(pipeline|fields):": "Zensical's search has its own rules, without boosts and stop words",
    r"^search index: [-+]text of ": "Zensical's index holds the words of figures and formulas too",
    r' <div .*class="md-search"': "Zensical's search is a button that opens a dialog, MkDocs' is a box",
    r"^sitemap\.xml\.gz: only by MkDocs": "Zensical leaves compressing the site map to the server",
    r' <meta .*name="generator"': "each generator says its name",
    r' <a .*="(md-skip|__skip)"': "Zensical's link past the header leads to the article instead of its first heading",
    r' <(span|label|div) .*class="md-(visually-hidden|overlay|dialog)"': "Zensical tells screen readers more",
}
WHOLE = {"md-search", "md-skip", "md-visually-hidden"}  # classes of elements that are compared as one line each
HASHES = re.compile("( 'sha256-[^']*')+")  # in a policy: of what the theme writes into a page, see tools/site/csp.py
Artefacts = dict[str, list[str]]  # lines that say all of a file, by its path in the site


def read(site: Path) -> Artefacts:
    """All of a finished site."""
    found: Artefacts = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name, content = path.relative_to(site).as_posix(), path.read_bytes()
        if path.suffix == ".html":
            found[name] = list(_lines(BeautifulSoup(content.decode(), "html.parser"), f"/{name}"))
        elif name in INDEXES:
            found |= {name: [], "search index": list(_index(json.loads(content), *INDEXES[name]))}
        elif name == "sitemap.xml":
            found[name] = sorted(re.findall("<loc>.*?</loc>", content.decode()))
        else:
            found[name] = content.decode(errors="backslashreplace").split("\n")
    return found


def _lines(element: Tag, address: str, indent: str = " ", is_exact: bool = False) -> Iterator[str]:
    """Each tag in an element of a page, and each text, in the article exactly; scripts are the theme's."""
    for each in element.children:
        if type(each) is NavigableString and (is_exact or each.strip()):
            yield indent + (repr(str(each)) if is_exact else " ".join(each.split()))
        if not isinstance(each, Tag):
            continue
        for name in {"href", "src"} & each.attrs.keys():
            each[name] = urljoin(address, str(each[name])).removesuffix("index.html")
        if WHOLE & set(each.get_attribute_list("class")):
            yield indent + " ".join(str(each).split())
        else:
            values = ((name, " ".join(map(str, each.get_attribute_list(name)))) for name in sorted(each.attrs))
            attributes = "".join(f' {name}="{value}"' for name, value in values)
            yield indent + HASHES.sub("", f"<{each.name}{attributes}>")
            yield from _lines(each, address, indent + " ", is_exact or element.name == "article")


def _index(index: dict[str, Any], entries: str, field: str) -> Iterator[str]:
    """The settings and the entries of a search index: of each section address, title, names and text."""
    yield from (f"{name}: {value}" for name, value in index["config"].items())
    depths = {entry["location"]: _depth(entry) for entry in index[entries]}
    for location, entry in sorted((entry["location"], entry) for entry in index[entries]):
        names = entry.get(field, [])[depths.get(location.partition("#")[0], 0) :]  # below the path of the page
        yield json.dumps([location, entry["title"], names], ensure_ascii=False)
        yield f"text of {location}: {entry['text']}"


def _depth(entry: dict[str, Any]) -> int:
    """How many names of a page are its path: those up to its title, behind which it may have names of its own."""
    path = entry.get("path", [])
    return path.index(entry["title"]) + 1 if entry["title"] in path else len(path)


def differences(ours: Artefacts, theirs: Artefacts) -> Iterator[str]:
    """What only MkDocs' site has ("-"), and what only Zensical's ("+"), file by file."""
    for name in sorted(ours | theirs):
        if name not in ours or name not in theirs:
            yield f"{name}: only by {'MkDocs' if name in ours else 'Zensical'}"
        elif ours[name] != theirs[name]:
            changed = list(difflib.unified_diff(ours[name], theirs[name], lineterm="", n=0))
            yield from (f"{name}: {line}" for line in changed[2:] if not line.startswith("@@"))


def judge(found: list[str]) -> tuple[list[str], list[str]]:
    """The known reasons, each with the number of its differences, and what is wrong: all else."""
    why = [next((reason for pattern, reason in KNOWN.items() if re.search(pattern, line)), "") for line in found]
    counts = Counter(why)
    known = [f"{counts[reason]:5}  {reason}" for reason in KNOWN.values()]
    wrong = [line for line, reason in zip(found, why, strict=True) if not reason]
    return known, wrong + [f"no difference is left: {each}" for each in KNOWN.values() if not counts[each]]


def _build(module: str, *arguments: str, **environment: str) -> None:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command[2:])} failed:\n{done.stdout}{done.stderr}")


def main() -> None:
    """Build both, publish Zensical's, and compare."""
    parser = argparse.ArgumentParser(prog="python -m tools.maintenance.compare_zensical", description=main.__doc__)
    parser.add_argument("site", nargs="?", default="site.zensical", type=Path, help="where to publish (site.zensical)")
    site, scratch = parser.parse_args().site, Scratch("site.compare-", ".")
    try:
        ours, rendered = Path(scratch.path, "mkdocs"), Path(scratch.path, "zensical")
        _build("mkdocs", "build", SITE_DIR=str(ours))
        _build("tools.site.render", str(rendered), "--by", "zensical")
        _build("tools.site.finish", str(rendered), str(site))
        known, wrong = judge(list(differences(read(ours), read(site))))
    finally:
        scratch.remove()
    print(f"{site} and MkDocs' site differ in so many lines:", *known, *wrong, sep="\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
