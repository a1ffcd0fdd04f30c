"""Records what the site says outside its pages: menu, 404 page, quoted messages, README, scripts, styles.

No page's code computes any of it. A change is seen: it differs from `snippets/site.asserted` until it is recorded.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from tools.examples import transcripts
from tools.examples.files import Problem, read_if_there
from tools.pages import project, records
from tools.pages.assertions import Section
from tools.pages.messages import QUOTED
from tools.pages.project import Source
from tools.pages.records import Audit, Entry, Report

TITLE = "# Written by `make record`, never by hand: what the site says outside its pages.\n"
PLAIN = ["overrides/404.html", QUOTED, "README.md"]
FENCE = "```"
COMMENT = re.compile(r"\s*(?://|/?\*)")
SHOWN = {  # what a reader may see of a line of a style, a template or a script: of the latter, texts of several words
    ".css": re.compile(r'content:\s*(")([^"]*\w[^"]*)"'),
    ".html": re.compile(r"(^|[>}])([^<>{}]*)"),
    ".js": re.compile(r"""(?<![\w/\[])(["'`])((?:(?!\1)[^\\]|\\.)*)\1"""),
}
SAID = re.compile(r"[A-Za-z]\w*[,:;]? \w")


def audit(root: Path) -> Audit:
    """What the site of the project at `root` says outside its pages."""
    settings = yaml_load(read_if_there(root / "mkdocs.yml")) or {}
    names = [settings.get(name, "") for name in ("site_name", "site_description")]
    parts = {"mkdocs.yml": [*names, *_menu(settings.get("nav", []), "")]}
    parts |= {path: read_if_there(root / path).splitlines() for path in PLAIN}
    for path in sorted([*Path(root, "docs/assets").rglob("*"), *Path(root, "overrides").rglob("*")]):
        if path.suffix in SHOWN:
            parts.setdefault(path.relative_to(root).as_posix(), list(_shown(path)))
    audited = Audit(Source(root / project.SITE, asserted=read_if_there(root / project.SITE)), title=TITLE)
    for name, lines in parts.items():
        said = [f"- {line.strip()}" for line in lines if line.strip() and not line.startswith(FENCE)]
        audited.entries += [Entry(Section(name), line, []) for line in ([f"# {name}", *said] if said else [])]
    return audited


def _shown(path: Path) -> Iterator[str]:
    for line in read_if_there(path).splitlines():
        if not COMMENT.match(line):
            texts = (text for _, text in SHOWN[path.suffix].findall(line))
            yield from (text for text in texts if path.suffix == ".css" or SAID.search(text))


def _menu(part: Any, above: str) -> Iterator[str]:
    """The entries of the menu, each with its titles and its page."""
    if isinstance(part, dict):
        for title, inside in part.items():
            yield from _menu(inside, f"{above}{title}: ")
    elif isinstance(part, list):
        for each in part:
            yield from _menu(each, above)
    else:
        yield f"{above}{part}"


def refused(root: Path) -> list[Problem]:
    """A Problem if what the site says outside its pages is not as recorded; none where nothing has been recorded."""
    said = audit(root)
    if said.page.asserted in ("", said.text):
        return []
    diff = transcripts.unified_diff(said.page.path, said.page.asserted, said.text)
    wrong = f"is not what the site says outside its pages; if it is right: make record\n{diff}"
    return [Problem(said.page.path, 0, wrong)]


def record(root: Path, report: Report, accepted: Collection[str] = ()) -> None:
    """Write the record if everything new in it is well shown, or `accepted`, and add to a report as for a page."""
    said = audit(root)
    records.settle(report, said, said.page.path, accepted)
