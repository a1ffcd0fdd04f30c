"""Minifies the site's own scripts and styles."""

import re
from pathlib import Path

import minify_html

from tools.examples.files import read_text

COMMENT = re.compile(r"^ *(//.*|/\*(?:.|\n)*?\*/)\n", re.MULTILINE)  # on lines of its own
TAGS = {".js": "script type=module", ".css": "style"}


def minify_files(docs: Path, site: Path) -> None:
    """Minify the scripts and styles of a site that come from its own `docs`; the theme's are minified already."""
    for path in docs.rglob("*.*"):
        published = site / path.relative_to(docs)
        if path.suffix in TAGS and published.is_file():
            published.write_text(minify(read_text(path), path.suffix), encoding="utf-8")


def minify(text: str, ending: str) -> str:
    """A script or a stylesheet, minified. The library takes HTML, so it gets the text within its tag."""
    tag = TAGS[ending]
    closing = f"</{tag.split()[0]}>"
    html = minify_html.minify(f"<{tag}>{COMMENT.sub('', text)}{closing}", minify_js=True, minify_css=True)
    return html[html.index(">") + 1 :].removesuffix(closing)
