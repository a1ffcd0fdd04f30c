"""Records what the site says outside its pages: menu, 404 page, quoted messages, README, scripts, styles, addresses.

No page's code computes any of it. A change is seen: it differs from `snippets/site.asserted` until it is recorded.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.examples.files import Problem, read_if_there
from tools.pages import project, records
from tools.pages.assertions import Section
from tools.pages.messages import QUOTED
from tools.pages.project import Source
from tools.pages.records import Audit, Entry

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
    record = root / project.SITE
    audited = Audit(Source(record, record=record, asserted=read_if_there(record)), title=TITLE)
    found = [path for folder in ("docs/assets", "overrides") for path in Path(root, folder).rglob("*")]
    shown = sorted(path for path in found if path.suffix in SHOWN)
    for path in dict.fromkeys([*(root / name for name in PLAIN), *shown]):
        name, text = path.relative_to(root).as_posix(), read_if_there(path)
        lines = text.splitlines() if name in PLAIN else _shown(path.suffix, text)
        said = [f"- {line.strip()}" for line in lines if line.strip() and not line.startswith(FENCE)]
        section = Section(name, source=Source(path, text))
        audited.entries += [Entry(section, line, []) for line in ([f"# {name}", *said] if said else [])]
    return audited


def _shown(suffix: str, text: str) -> Iterator[str]:
    """What a reader may see of a style, a template or a script."""
    lines = (line for line in text.splitlines() if not COMMENT.match(line))
    texts = (said for line in lines for _, said in SHOWN[suffix].findall(line))
    return (said for said in texts if suffix == ".css" or SAID.search(said))


def refused(root: Path) -> list[Problem]:
    """A Problem if what the site says outside its pages is not as recorded; none where nothing has been recorded."""
    said = audit(root)
    return records.compare(said) if said.page.asserted else []
