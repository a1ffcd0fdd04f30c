"""A page's Markdown for readers without this site's renderer: includes expanded, boxes and figures in plain Markdown, and links
that lead somewhere from elsewhere.
"""

import html
import itertools
import posixpath
import re
import textwrap
from urllib.parse import urlsplit

import markdown

BOX = re.compile(r'(?:!!!|\?\?\?\+?) [\w-]+ "(?P<title>.+)"')
FENCE = re.compile(r"^(?P<ticks> *`{3,}) *\{ *\.(?P<language>\w+)[^}\n]*\}$", re.MULTILINE)
FIGURE = re.compile(
    r'<figure\b[^>]*>\n<div role="img" aria-label="(?P<text>[^"]*)">\n--8<-- "(?P<drawing>[^"]+)"\n</div>\n'
    r"<figcaption>(?P<caption>.*?)</figcaption>\n</figure>",
    re.DOTALL,
)
ELEMENT = re.compile(r"^</?(div\b|\w+-\w)[^>]*>(</[^>]*>)?\n?", re.MULTILINE)
LINK = re.compile(
    r"(?P<code>`+).*?(?P=code)|(?<!!)\[(?P<label>(?:`[^`]*`|[^][`])+)\]\((?P<target>[^()\s]+)\)(?:\{ *\.[^}\n]*\})?",
    re.DOTALL,
)


def static(text):
    """The text without the tags of the site's own elements, and of those that place it; what stands between them stays."""
    return ELEMENT.sub("", text)


def unboxed(text):
    """The text with each box (`!!!`, `???`) written out: as a quotation, or, if it holds code, plainly below its title."""
    written, lines = [], text.split("\n")
    while lines:
        line = lines.pop(0)
        if box := BOX.fullmatch(line):
            inside = list(itertools.takewhile(lambda line: not line.strip() or line.startswith("    "), lines))
            del lines[: len(inside)]
            inside = textwrap.dedent("\n".join(inside)).strip("\n")
            mark = "" if "```" in inside else "> "
            written += [f"{mark}{line}".rstrip() for line in [f"**{box['title']}**", "", *inside.split("\n")]]
            line = ""
        written.append(line)
    return "\n".join(written)


def expanded(text, config):
    """The text with each include replaced by what it shows."""
    options = {"pymdownx.snippets": config.mdx_configs.get("pymdownx.snippets", {})}
    reader = markdown.Markdown(extensions=list(options), extension_configs=options)
    return "\n".join(reader.preprocessors["snippet"].run(text.split("\n")))


def caption(figure):
    """The caption of a figure that FIGURE has matched, as Markdown."""
    return html.unescape(re.sub("</?code>", "`", " ".join(figure["caption"].split())))


def relinked(text, address):
    """The text with `address(target)` for the target of each link outside code; only its label is left where that is None."""

    def link(match):
        if match["code"]:
            return match[0]
        target = address(match["target"])
        return f"[{match['label']}]({target})" if target else match["label"]

    return LINK.sub(link, text)


def linked_page(target, page, files):
    """The file of the site to which a link on the page leads, and the link's anchor; (None, …) for one to elsewhere or on the page."""
    path, mark, anchor = target.partition("#")
    if not path or urlsplit(target).scheme:
        return None, mark + anchor
    return files.get_file_from_path(
        posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), path))
    ), mark + anchor


def uri(file):
    """Where in the site the Markdown of a page stands: beside its HTML."""
    return posixpath.splitext(file.dest_uri)[0] + ".md"


def of(page, config, files):
    """The Markdown of a page as a text of its own."""

    def at(place):
        here = posixpath.dirname(page.file.dest_uri)
        return config.site_url + place if config.site_url else posixpath.relpath(place, here or ".")

    def address(target):
        file, anchor = linked_page(target, page, files)
        return at(uri(file) if file.is_documentation_page() else file.dest_uri) + anchor if file else target

    def image(figure):
        return f"![{figure['text']}]({at('snippets/' + figure['drawing'])})\n\n{caption(figure)}"

    text = expanded(static(FIGURE.sub(image, unboxed(page.markdown))), config)
    return relinked(FENCE.sub(r"\g<ticks>\g<language>", text), address).strip() + "\n"
