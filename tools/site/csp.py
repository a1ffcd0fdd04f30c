"""The Content-Security-Policy of the site: a page runs the site's own scripts, and loads only same-origin resources.

    python -m tools.site.csp [FOLDER]    print it as a header for a host, for all pages of a built site

Each page has its policy in a `<meta>`, with the hashes of the few scripts and styles that the theme writes into it.
Only images may have `data:` addresses: the theme's stylesheet has its icons there. Scripts can set styles, markup
cannot.
"""

import base64
import hashlib
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from tools.site import built

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
ON_A_HOST_ONLY = "frame-ancestors 'none'"  # browsers ignore this in a page
CHARSET = '<meta charset="utf-8">'
# The theme's scripts within its pages, by their digests, without the address of the site's root, which differs by page.
# Another version of the theme may have others: read them before you enter them.
THEME = {
    "7eb3684fdacd2881f67b9428983273a29d8774d8bc82622af9b65a8ec1032a90",  # where settings are stored
    "213d571a86bd568ccb65bf92ca3cf95284d8c140997189b0272a503b72fa3988",  # the same, by Zensical
    "ffcc0f7735fdab434d257c80e65cec2e88d716991e69757185b7e450e41a5b2f",  # opens the tab to which an address leads
}
# The style that the script of Zensical's search writes. Here, too, another version may have another.
SEARCH_BUTTON, SEARCH_STYLE = 'class="md-search__button"', "'sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k='"
BASE = re.compile(r'(?<=new URL\()"[./\w-]*"(?=,location\))')
DATA = re.compile(r'type="application/json"')
ELSEWHERE = re.compile(r"""\ssrc=["']?(\w+:|//)""")
HANDLER = re.compile(r"<\w[^<>]*\s(on\w+\s*=|\w+=[\"']?\s*javascript:)", re.IGNORECASE)
IMAGE = re.compile(r"<(?:img|object|embed|source)\b[^>]*\s(?:src|srcset|data)\s*=\s*[\"']?\s*data:", re.IGNORECASE)
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)


def written_images(html: str) -> list[str]:
    """The beginnings of images that a page holds as `data:`: what they show, no check of its numbers reads."""
    return [image[0][:80] for image in IMAGE.finditer(html)]


def foreign(html: str) -> Iterator[str]:
    """The beginnings of what would run in a page, and is neither the theme's nor a file of the site.

    A browser refuses handlers in attributes and scripts from elsewhere; they are named so that nobody relies on them.
    """
    for script in SCRIPT.finditer(html):
        if " src=" in script["attributes"]:
            if ELSEWHERE.search(script["attributes"]):
                yield script[0][:80]
        elif not DATA.search(script["attributes"]) and _digest(BASE.sub('""', script["text"])) not in THEME:
            yield script[0][:80]
    for handler in HANDLER.finditer(SCRIPT.sub("", html)):
        yield handler[0][:80]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def hashes(html: str) -> set[str]:
    """The sources that allow the scripts written into a page.

    The theme's settings are among them: they are data, but the Nu validator does not tell them from scripts.
    """
    written = [script["text"] for script in SCRIPT.finditer(html) if " src=" not in script["attributes"]]
    digests = [hashlib.sha256(text.encode()).digest() for text in written]
    return {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}


def styles(html: str) -> set[str]:
    """The sources that allow the styles that scripts of the theme write into a page."""
    return {SEARCH_STYLE} if SEARCH_BUTTON in html else set()


def policy(scripts: Collection[str], styles: Collection[str]) -> str:
    """The policy, with sources of scripts and styles besides the site's own files."""
    directives = dict(POLICY)
    directives["script-src"] = " ".join([POLICY["script-src"], *sorted(scripts)])
    directives["style-src"] = " ".join([POLICY["style-src"], *sorted(styles)])
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def add_policy(html: str) -> str:
    """The page with its policy in its head, before anything that it governs."""
    before, charset, after = html.partition(CHARSET)
    allowed = policy(hashes(html), styles(html))
    return f'{before}{charset}<meta http-equiv="Content-Security-Policy" content="{allowed}">{after}'


def is_added(html: str) -> bool:
    """Whether a page has its policy."""
    return '<meta http-equiv="Content-Security-Policy"' in html


def header(site: Path) -> str:
    """The value of the header for all pages of a built site."""
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    scripts, styled = set().union(*map(hashes, pages)), set().union(*map(styles, pages))
    return f"{policy(scripts, styled)}; {ON_A_HOST_ONLY}"


def main() -> None:
    """Print the header, or exit with a message if the folder holds no site."""
    site = built.folder_argument("tools.site.csp", "Print the header for a host.")
    print(f"Content-Security-Policy: {header(site)}")


if __name__ == "__main__":
    main()
