"""Links from a rendered page to files of the site: from each block of code to its snippet, and from a worked example to its notebook."""

import html
import re
from pathlib import Path

from mkdocs.utils import get_relative_url

from tools.examples.snippets import DATA
from tools.pages import includes
from tools.site import downloads

BLOCK = re.compile(r'(<div class="(?P<classes>[^"]*\bhighlight\b[^"]*)">)(?P<block><pre\b.*?</pre>)', re.DOTALL)
TAG = re.compile("<[^>]*>")
TO_FILE = '<a class="to-file" href="{href}" aria-label="{path}, the whole file of this block">{name}</a>'
TO_NOTEBOOK = '\n<div class="to-notebook"><a href="{href}" download>Download this page as a Jupyter notebook</a></div>'


def linked(page, root):
    """The page's HTML with its links to files; a Problem unless blocks and includes match one to one."""
    source, content = Path(page.file.abs_src_path), page.content
    if source.suffix == ".md":
        shown = [include for include in includes.read(root, source) if include.end in {".py", *DATA}]
        content = to_files(
            content, shown, root / "snippets", lambda path: get_relative_url(f"snippets/{path}", page.url)
        )
    if place := downloads.notebook(page):
        content = content.replace("</h1>", "</h1>" + TO_NOTEBOOK.format(href=get_relative_url(place, page.url)), 1)
    return content


def to_files(content, shown, folder, address):
    """The HTML with a link in each block that is one of the includes `shown`, in order, to the `address` of its file."""
    waiting = list(shown)

    def link(match):
        text = html.unescape(TAG.sub("", match["block"])).strip("\n")
        if not waiting or text != waiting[0].text:
            return match[0]
        path = waiting.pop(0).snippet.relative_to(folder)
        return (
            match[1]
            + TO_FILE.format(href=address(path.as_posix()), path=path.as_posix(), name=path.name)
            + match["block"]
        )

    content = BLOCK.sub(link, content)
    if waiting:
        raise waiting[0].problem(
            f"the block that shows {waiting[0].snippet.name} is not found in the page as it is rendered"
        )
    return content
