"""Records what the site says outside its pages: menu, 404 page, quoted messages, README, scripts, styles, other files.

No page's code computes any of it. A change is seen: it differs from `snippets/site.asserted` until it is recorded.
"""

import hashlib
import re
from pathlib import Path

from tools.examples.files import Problem, read_if_there
from tools.pages import project, records
from tools.pages.assertions import Section
from tools.pages.messages import QUOTED

FORMER = ["docs/assets/former-anchors.json", "snippets/former_addresses.list"]
PLAIN = ["mkdocs.yml", "overrides/404.html", QUOTED, "README.md", *FORMER]
STRING = re.compile(r"""(?<![\w/])(["'`])((?:(?!\1)[^\\]|\\.)*)\1""")
SAID = re.compile(r"[A-Za-z]\w*[,:;]? \w|(?:^|/)#\w")  # several words, or the address of a section
CODE = {".css", ".js"}  # of which every line is read: what is seen, or decides what is, can stand anywhere
MARKS = re.compile(r"[\s(){}\[\];,]*")  # a line that says nothing


def audit(root: Path) -> records.Audit:
    """What the site of the project at `root` says outside its pages."""
    record, plain = root / project.SITE, [root / name for name in PLAIN]
    audited = records.Audit(project.Source(record, record=record, asserted=read_if_there(record)))
    found = [path for folder in ("docs", "overrides") for path in Path(root, folder).rglob("*")]
    for path in dict.fromkeys([*plain, *sorted(path for path in found if _is_published(path.relative_to(root), path))]):
        is_text = path in plain or path.suffix in (".html", *CODE)
        text = read_if_there(path) if is_text else ""
        section = Section(path.relative_to(root).as_posix(), source=project.Source(path, text))
        said = [f"{mark} {line.strip()}" for line in text.splitlines() if (mark := _mark(path.suffix, line))]
        said += [] if is_text else [f"= {hashlib.sha256(path.read_bytes()).hexdigest()}"]  # such as of a picture
        audited.entries += [records.Entry(section, line, []) for line in (f"# {section.heading}", *said) if said]
    return audited


def _is_published(name: Path, path: Path) -> bool:
    """Whether a file is published as it is: no page, not hidden, and not what Python leaves behind."""
    is_page = name.parts[0] == "docs" and path.suffix in (".md", ".py")
    is_hidden = path.suffix == ".pyc" or any(part.startswith(".") for part in name.parts)
    return path.is_file() and not is_page and not is_hidden


def _mark(suffix: str, line: str) -> str:
    """The mark of a line that says something, "=" of one that is only code, "" of one that says nothing."""
    if MARKS.fullmatch(line):
        return ""
    return "-" if suffix not in CODE or any(SAID.search(text) for _, text in STRING.findall(line)) else "="


def refused(root: Path) -> list[Problem]:
    """A Problem if what the site says outside its pages is not as recorded; none where no page is recorded either."""
    said = audit(root)
    if said.page.asserted or not any(Path(root, "snippets").rglob("*.asserted")):
        return records.compare(said) if said.page.asserted else []
    return [Problem(said.page.path, 0, "does not exist, and the pages are recorded: make record")]
