"""Writes a copy of the project with two pages."""

import os
import re
from pathlib import Path

from tests.support.project import EVERY_PAGE, ROOT, name
from tools.examples import files
from tools.pages import project, records, site_texts

KEPT = ["docs/assets", "docs/index.md", "docs/worked-examples/logits-to-loss.md"]
KEPT += ["snippets/index", "snippets/worked-examples/logits-to-loss", "snippets/reference/ledger/printed.txt"]
KEPT += ["mkdocs.yml", "overrides", "requirements.txt", "tools"]
ANOTHERS = r'<div class="plot[^\n]* thumb"[^\n]*\n--8<-- "(?!worked-examples/logits-to-loss/)[^\n]*\n</div>\n'
MENU = "nav: [index.md, worked-examples/logits-to-loss.md]\n"


def write(folder: Path) -> None:
    """Copy the project into a folder, without what shows pages that are not kept; links to them lead to one that is."""
    files.copy(ROOT, folder, KEPT)
    missing = [name(page) for page in EVERY_PAGE if name(page) not in MENU]
    for page in (folder / "docs").rglob("*.md"):
        there = os.path.relpath(folder / "docs/worked-examples/logits-to-loss.md", page.parent)
        _edit(page, rf"\[([^\]]+)\]\([^)]*({'|'.join(map(_link, missing))})[^)]*\)", rf"[\1]({there})")
    _edit(folder / "docs/index.md", ANOTHERS, "")
    _edit(folder / "mkdocs.yml", r"(?m)^nav:\n( .*\n)+", MENU)
    found = project.read(folder)
    for audited in records.audits(found):
        assert not audited.problems
        audited.page.record.write_text(audited.text, encoding="utf-8")
    record_texts(folder)


def record_texts(folder: Path) -> None:
    """Record what a copy says outside its pages, as it is now."""
    said = site_texts.audit(folder)
    said.page.record.write_text(said.text, encoding="utf-8")


def _link(page: str) -> str:
    """A pattern for the end of a link to a page."""
    path = Path(page)
    return re.escape(f"{path.parent.name}/{path.name}" if path.stem == "index" else path.name)


def _edit(path: Path, pattern: str, replacement: str) -> None:
    path.write_text(re.sub(pattern, replacement, path.read_text(encoding="utf-8")), encoding="utf-8")
