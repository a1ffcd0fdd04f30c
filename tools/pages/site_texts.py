"""Records what the site says outside its pages: menu, descriptions, the 404 page, quoted messages, README, styles.

No page's code computes any of it. A change is seen: it differs from `snippets/site.asserted` until it is recorded.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from tools.examples import transcripts
from tools.examples.files import Problem, read_if_there, write_at_once
from tools.pages.messages import QUOTED

RECORD = "snippets/site.asserted"
TITLE = "# Written by `make record`, never by hand: what the site says outside its pages.\n"
FENCE = "```"
SHOWN_BY_STYLE = re.compile(r'content:\s*"[^"]*\w[^"]*"')


def text(root: Path) -> str:
    """The record of the project at `root`, as it should be."""
    settings = yaml_load(read_if_there(root / "mkdocs.yml")) or {}
    names = [settings.get(name, "") for name in ("site_name", "site_description")]
    styles = {path: read_if_there(path) for path in sorted(Path(root, "docs/assets").rglob("*.css"))}
    parts = {
        "mkdocs.yml": [*names, *_menu(settings.get("nav", []), "")],
        "overrides/404.html": read_if_there(root / "overrides/404.html").splitlines(),
        QUOTED: read_if_there(root / QUOTED).splitlines(),
        "README.md": [line for line in read_if_there(root / "README.md").splitlines() if not line.startswith(FENCE)],
        "styles": [shown for style in styles.values() for shown in SHOWN_BY_STYLE.findall(style)],
    }
    written = TITLE
    for name, lines in parts.items():
        said = [f"- {line.strip()}\n" for line in lines if line.strip()]
        written += "".join([f"\n# {name}\n\n", *said]) if said else ""
    return written


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
    old = read_if_there(root / RECORD)
    if not old or old == text(root):
        return []
    diff = transcripts.unified_diff(root / RECORD, old, text(root))
    return [
        Problem(root / RECORD, 0, f"is not what the site says outside its pages; if it is right: make record\n{diff}")
    ]


def record(root: Path) -> None:
    """Write the record."""
    write_at_once(root / RECORD, text(root))
