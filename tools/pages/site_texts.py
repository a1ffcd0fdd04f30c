"""Records what the site says outside its pages: menu, 404 page, quoted messages, README, scripts, styles, addresses.

No page's code computes any of it. A change is seen: it differs from `snippets/site.asserted` until it is recorded.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from tools.examples.files import Problem, read_if_there
from tools.pages import project, records
from tools.pages.assertions import Section
from tools.pages.messages import QUOTED
from tools.pages.project import Source
from tools.pages.records import Audit, Entry, Report

TITLE = "# Written by `make record`, never by hand: what the site says outside its pages.\n"
PLAIN = ["mkdocs.yml", "overrides/404.html", QUOTED, "README.md", "docs/assets/former-anchors.json"]
FENCE = "```"
COMMENT = re.compile(r"\s*(?://|/?\*)")
SHOWN = {  # what a reader may see of a line of a style, a template or a script
    ".css": re.compile(r'content:\s*(")([^"]*\w[^"]*)"'),
    ".html": re.compile(r"(^|[>}])([^<>{}]*)"),
    ".js": re.compile(r"""(?<![\w/])(["'`])((?:(?!\1)[^\\]|\\.)*)\1"""),
}
# of the texts in a script, those of several words, and addresses of sections
SAID = re.compile(r"[A-Za-z]\w*[,:;]? \w|(?:^|/)#\w")


def audit(root: Path) -> Audit:
    """What the site of the project at `root` says outside its pages."""
    parts = {path: read_if_there(root / path).splitlines() for path in PLAIN}
    for path in sorted([*Path(root, "docs/assets").rglob("*"), *Path(root, "overrides").rglob("*")]):
        if path.suffix in SHOWN:
            parts.setdefault(path.relative_to(root).as_posix(), list(_shown(path)))
    audited = Audit(Source(root / project.SITE, asserted=read_if_there(root / project.SITE)), title=TITLE)
    audited.others |= {name: Source(root / name, read_if_there(root / name)) for name in parts}
    for name, lines in parts.items():
        said = [f"- {line.strip()}" for line in lines if line.strip() and not line.startswith(FENCE)]
        audited.entries += [Entry(Section(name), line, []) for line in ([f"# {name}", *said] if said else [])]
    return audited


def _shown(path: Path) -> Iterator[str]:
    for line in read_if_there(path).splitlines():
        if not COMMENT.match(line):
            texts = (text for _, text in SHOWN[path.suffix].findall(line))
            yield from (text for text in texts if path.suffix == ".css" or SAID.search(text))


def refused(root: Path) -> list[Problem]:
    """A Problem if what the site says outside its pages is not as recorded; none where nothing has been recorded."""
    said = audit(root)
    if said.page.asserted in ("", said.text):
        return []
    return [records.differs(said, said.page.path, "make record")]


def record(root: Path, report: Report, accepted: Collection[str] = ()) -> None:
    """Write the record if everything new in it is well shown, or `accepted`, and add to a report as for a page."""
    said = audit(root)
    records.settle(report, said, said.page.path, accepted)
