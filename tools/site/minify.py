"""Minifies the site's own scripts and styles."""

import re

import minify_html
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

COMMENT = re.compile(r"^ *(//.*|/\*(?:.|\n)*?\*/)\n", re.MULTILINE)  # on lines of its own
TAGS = {".js": "script type=module", ".css": "style"}


def minify_files(files: Files, config: MkDocsConfig) -> None:
    """Replace the scripts and styles under `docs/` by minified ones; the theme's are minified already."""
    for file in [*files.javascript_files(), *files.css_files()]:
        if (file.abs_src_path or "").startswith(config.docs_dir):
            ending = file.src_uri[file.src_uri.rindex(".") :]
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=minify(file.content_string, ending)))


def minify(text: str, ending: str) -> str:
    """A script or a stylesheet, minified. The library takes HTML, so it gets the text within its tag."""
    tag = TAGS[ending]
    closing = f"</{tag.split()[0]}>"
    html = minify_html.minify(f"<{tag}>{COMMENT.sub('', text)}{closing}", minify_js=True, minify_css=True)
    return html[html.index(">") + 1 :].removesuffix(closing)
