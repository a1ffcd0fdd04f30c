"""The Content-Security-Policy of the site: a page runs the site's own scripts, and asks nobody else for anything.

    python -m tools.site.csp [FOLDER]    print it as a header for a host, for all pages of a built site

Each page has its policy in a `<meta>`, with the hashes of the few scripts that the theme writes into it. Data in a `data:`
address is let pass for images only, as which the theme's stylesheet has its icons. Scripts can set styles, markup can not.
"""

import argparse
import base64
import hashlib
import re
import sys
from pathlib import Path

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
ON_A_HOST_ONLY = "frame-ancestors 'none'"  # which browsers ignore in a page
CHARSET = '<meta charset="utf-8">'
SCRIPT = re.compile(r"<script(?![^>]* src=)[^>]*>(.*?)</script>", re.DOTALL)


def hashes(html):
    """The sources that allow the scripts written into a page, and no others; the theme's settings, which are data, among
    them, since the Nu validator does not tell them from scripts.
    """
    digests = [hashlib.sha256(script.encode()).digest() for script in SCRIPT.findall(html)]
    return {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}


def policy(allowed):
    """The policy, with `allowed` as sources of scripts besides the site's own files."""
    scripts = " ".join([POLICY["script-src"], *sorted(allowed)])
    return "; ".join(f"{name} {sources}" for name, sources in {**POLICY, "script-src": scripts}.items())


def apply(html):
    """The page with its policy in its head, before anything that it governs."""
    before, charset, after = html.partition(CHARSET)
    return f'{before}{charset}<meta http-equiv="Content-Security-Policy" content="{policy(hashes(html))}">{after}'


def header(site):
    """The value of the header for all pages of a built site."""
    allowed = set().union(*(hashes(page.read_text(encoding="utf-8")) for page in site.rglob("*.html")))
    return f"{policy(allowed)}; {ON_A_HOST_ONLY}"


def main():
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.policy", description="Print the header for a host.")
    parser.add_argument("site", nargs="?", default="site", type=Path, help="the folder of the built site")
    site = parser.parse_args().site
    if not (site / "index.html").exists():
        sys.exit(f"{site}: no site here; make build")
    print(f"Content-Security-Policy: {header(site)}")


if __name__ == "__main__":
    main()
