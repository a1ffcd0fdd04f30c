"""The site's own scripts and styles as a build publishes them: without comments, and minified."""

import re

import minify_html
from mkdocs.structure.files import File

COMMENT = re.compile(r"^ *(//.*|/\*(?:.|\n)*?\*/)\n", re.MULTILINE)  # on lines of its own
TAGS = {".js": "script type=module", ".css": "style"}


def lighter(text, ending):
    """A script or a stylesheet, minified. The library takes HTML: it gets the text within its tag."""
    tag = TAGS[ending]
    html = minify_html.minify(f"<{tag}>{COMMENT.sub('', text)}</{tag.split()[0]}>", minify_js=True, minify_css=True)
    return html[html.index(">") + 1 :].removesuffix(f"</{tag.split()[0]}>")


def replace(files, config):
    """Put the lighter ones in place of those in the site's folder of pages."""
    for file in [*files.javascript_files(), *files.css_files()]:
        if file.abs_src_path.startswith(config.docs_dir):
            ending = file.src_uri[file.src_uri.rindex(".") :]
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=lighter(file.content_string, ending)))
