"""Turns a page's Markdown into that of a text of its own, for readers without this site's renderer.

Includes are expanded, boxes and figures become plain Markdown, and links lead somewhere from elsewhere.
"""

import html
import posixpath
import re
import textwrap
from collections.abc import Callable
from urllib.parse import urlsplit

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tools.pages import fences
from tools.site.rendered_site import RenderedSite

BOX = re.compile(r'^(?:!!!|\?\?\?\+?) [\w-]+ "(?P<title>.+)"(?P<inside>(?:\n(?: {4}.*|[ \t]*)$)*)', re.MULTILINE)
FIGURE = re.compile(
    r'<figure\b[^>]*>\n<div role="img" aria-label="(?P<text>[^"]*)">\n--8<-- "(?P<drawing>[^"]+)"\n</div>\n'
    r"<figcaption>(?P<caption>.*?)</figcaption>\n</figure>",
    re.DOTALL,
)
ELEMENT = re.compile(r"^</?(div\b|\w+-\w)[^>]*>(</[^>]*>)?\n?", re.MULTILINE)
# Of a paragraph (`{ name }` too), and of a heading.
ATTRIBUTES = re.compile(r"^[> ]*\{(?::[^}\n]*| [\w-]+ )\}$\n?|(?<=\S)[ ]*\{ ?#[\w-]+ ?\}$", re.MULTILINE)
CONTROLS = re.compile(r"^<fieldset\b.*?</fieldset>\n", re.MULTILINE | re.DOTALL)
LINK = re.compile(
    r"(?P<code>`+).*?(?P=code)|(?<!!)\[(?P<label>(?:`[^`]*`|[^][`])+)\]\((?P<target>[^()\s]+)\)(?:\{ *\.[^}\n]*\})?",
    re.DOTALL,
)


def convert(page: Page, site: RenderedSite, foot: str) -> str:
    """The Markdown of a page as a text of its own, with its foot in italics."""
    here, config = posixpath.dirname(page.file.dest_uri) or ".", site.config

    def locate(uri: str) -> str:
        return config.site_url + uri if config.site_url else posixpath.relpath(uri, here)

    def address(target: str) -> str:
        file, anchor = find_target(target, page, site.files)
        if not file:
            return target
        return locate(markdown_uri(file) if file.is_documentation_page() else file.dest_uri) + anchor

    def write_figure(figure: re.Match[str]) -> str:
        return f"![{figure['text']}]({locate('snippets/' + figure['drawing'])})\n\n{caption(figure)}"

    text = FIGURE.sub(write_figure, unbox(page.markdown or ""))
    text = expand_includes(strip_elements(text), config)
    end = f"\n\n*{foot}*" if foot else ""
    return f"{relink(simplify_fences(text), address).strip()}{end}\n"


def markdown_uri(file: File) -> str:
    """Where in the site the Markdown of a page stands: beside its HTML."""
    return posixpath.splitext(file.dest_uri)[0] + ".md"


def unbox(text: str) -> str:
    """The text with each box (`!!!`, `???`) as a quotation, or, if it holds code, as plain text below its title."""
    return BOX.sub(_write_box, text)


def _write_box(box: re.Match[str]) -> str:
    inside = textwrap.dedent(box["inside"]).strip("\n")
    mark = "" if "```" in inside else "> "
    lines = [f"**{box['title']}**", "", *inside.split("\n")]
    return "".join(f"{mark}{line}".rstrip() + "\n" for line in lines)


def strip_elements(text: str) -> str:
    """The text without controls, lists of attributes, and the tags of divisions and the site's own elements.

    What stands between tags stays.
    """
    return ATTRIBUTES.sub("", ELEMENT.sub("", CONTROLS.sub("", text)))


def expand_includes(text: str, config: MkDocsConfig) -> str:
    """The text with each include replaced by what it shows."""
    options = {"pymdownx.snippets": config.mdx_configs.get("pymdownx.snippets", {})}
    reader = markdown.Markdown(extensions=list(options), extension_configs=options)
    return "\n".join(reader.preprocessors["snippet"].run(text.split("\n")))


def simplify_fences(text: str) -> str:
    """The text with no more than its language behind the opening of each fence."""
    parts, at = [], 0
    for fence in fences.read(text):
        opening, newline, rest = text[fence.start : fence.end].partition("\n")
        ticks = opening[: opening.rindex("`") + 1]
        parts += [text[at : fence.start], ticks, fence.language, newline, rest]
        at = fence.end
    return "".join([*parts, text[at:]])


def caption(figure: re.Match[str]) -> str:
    """The caption of a match of FIGURE, as Markdown."""
    return html.unescape(re.sub("</?code>", "`", " ".join(figure["caption"].split())))


def relink(text: str, address: Callable[[str], str | None]) -> str:
    """The text with `address(target)` for the target of each link outside code; if that is None, the label stays."""

    def write_link(match: re.Match[str]) -> str:
        if match["code"]:
            return match[0]
        target = address(match["target"])
        return f"[{match['label']}]({target})" if target else match["label"]

    return LINK.sub(write_link, text)


def find_target(target: str, page: Page, files: Files) -> tuple[File | None, str]:
    """The file of the site to which a link on the page leads, and the anchor as "#name".

    The file is None for a link to elsewhere or on the page itself.
    """
    path, mark, anchor = target.partition("#")
    if not path or urlsplit(target).scheme:
        return None, mark + anchor
    uri = posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), path))
    return files.get_file_from_path(uri), mark + anchor
