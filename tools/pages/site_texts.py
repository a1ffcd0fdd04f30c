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

TITLE = "# Written by `make record`, never by hand: what the site says outside its pages.\n"
PLAIN = ["mkdocs.yml", "overrides/404.html", QUOTED, "README.md", "docs/assets/former-anchors.json"]
COMMENT = re.compile(r"\s*(?://|/?\*)")
SHOWN = {  # what a reader may see of a line of a style, a template or a script
    ".css": re.compile(r'content:\s*(")([^"]*\w[^"]*)"'),
    ".html": re.compile(r"(^|[>}])([^<>{}]*)"),
    ".js": re.compile(r"""(?<![\w/])(["'`])((?:(?!\1)[^\\]|\\.)*)\1"""),
}
SAID = re.compile(r"[A-Za-z]\w*[,:;]? \w|(?:^|/)#\w")  # several words, or the address of a section


def audit(root: Path) -> records.Audit:
    """What the site of the project at `root` says outside its pages."""
    record, plain = root / project.SITE, [root / name for name in PLAIN]
    audited = records.Audit(project.Source(record, record=record, asserted=read_if_there(record)), title=TITLE)
    found = [*Path(root, "docs/assets").rglob("*"), *Path(root, "overrides").rglob("*")]
    for path in dict.fromkeys([*plain, *sorted(path for path in found if path.suffix in SHOWN)]):
        text = read_if_there(path)
        lines = text.splitlines() if path in plain else _shown(path.suffix, text)
        said = [f"- {line.strip()}" for line in lines if line.strip() and not line.startswith("```")]
        section = Section(path.relative_to(root).as_posix(), source=project.Source(path, text))
        said = [f"# {section.heading}", *said] if said else []
        audited.entries += [records.Entry(section, line, []) for line in said]
    return audited


def _shown(suffix: str, text: str) -> Iterator[str]:
    lines = (line for line in text.splitlines() if not COMMENT.match(line))
    texts = (said for line in lines for _, said in SHOWN[suffix].findall(line))
    return (said for said in texts if suffix == ".css" or SAID.search(said))


def refused(root: Path) -> list[Problem]:
    """A Problem if what the site says outside its pages is not as recorded; none where nothing has been recorded."""
    said = audit(root)
    return records.compare(said) if said.page.asserted else []
