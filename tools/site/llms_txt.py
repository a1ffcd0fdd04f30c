"""Writes /llms.txt, which lists the pages for machine readers (see llmstxt.org)."""

import itertools
import re
from urllib.parse import quote

from tools.site import page_to_markdown
from tools.site.rendered_site import RenderedSite

ATTRIBUTES = re.compile(r" *\{[^}]*\}$")  # of a heading, which a page that is not rendered by MkDocs still has


def write(site: RenderedSite) -> str:
    """Its text: the site's name and description, and the pages by section, each with its own description."""
    config = site.config
    base = config.site_url or ""
    lines = [f"# {config.site_name}", "", f"> {config.site_description}", ""]
    lines.append(f"Each link leads to the Markdown of a page; [all pages in one file]({base}llms-full.txt).")

    for title, found in itertools.groupby(site.pages, site.section):
        lines += ["", f"## {title}", ""]
        for page in found:
            name = ATTRIBUTES.sub("", page.title or "")
            entry = f"- [{name}]({base}{quote(page_to_markdown.markdown_uri(page.file))})"
            lines.append(f"{entry}: {page.meta['description']}" if "description" in page.meta else entry)
    return "\n".join(lines) + "\n"
