"""The other names under which the search finds a section of a page: those that the page itself gives it.

An entry of a loss says how it is also called, and its signature. A row of two cells of which the second only links to a section
of the page, as where a message leads to its explanation, names that section.
"""

import html
import re

SPEAKING = re.compile(
    r'<h[23] id="(?P<section>[^"]+)"|<p><strong>Also called</strong> (?P<called>.*?)</p>|<p><strong>Signature</strong> <code>(?P<function>\w+)\('
    r'|<tr>\s*<td>(?P<first>(?:(?!</td>).)*)</td>\s*<td><a href="#(?P<linked>[^"]+)">(?:(?!</a>).)*</a></td>\s*</tr>',
    re.DOTALL,
)
VARIES = re.compile(
    r"""'[^']*'|"[^"]*"|\S*_\S*|…"""
)  # what a message quotes, and the names in it, are those of other sections too


def found(content):
    """The names of each section by its anchor, from the HTML of a page."""
    names, at = {}, None
    for match in SPEAKING.finditer(content):
        at = match["section"] or at
        if match["called"]:
            names.setdefault(at, []).extend(re.split(r", | or ", _words(re.split("[;.]", match["called"])[0])))
        elif match["function"]:
            names.setdefault(at, []).append(match["function"])
        elif match["linked"]:
            names.setdefault(match["linked"], []).append(" ".join(VARIES.sub(" ", _words(match["first"])).split()))
    return names


def give(page, config):
    """Add the names of the page's sections to their entries in the search index, as tags."""
    plugin = next((plugin for plugin in config.plugins.values() if hasattr(plugin, "search_index")), None)
    names = found(page.content) if plugin else {}
    for entry in plugin.search_index.entries if names else ():
        where, _, anchor = entry["location"].partition("#")
        if where == page.url and anchor in names:
            entry["tags"] = names[anchor]


def _words(text):
    return html.unescape(re.sub("<[^>]*>", "", text))
