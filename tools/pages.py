"""Which page shows which section of which snippet, and the rules that hold between them."""

import dataclasses
import os
import re
from pathlib import Path

from tools.snippets import DATA, Problem, read_text

INCLUDE = re.compile(r"[ \t]*-+8<-+[ \t]+([\"'])(?P<file>[^:\"']+?)(?P<end>\.\w+)(:(?P<section>[-_0-9a-z]+))?\1")
SHOWN = {".py", ".out", ".svg", *DATA}
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclasses.dataclass
class Include:
    """A line of a page that shows a section of a snippet (`end` is ".py") or of its transcript (".out"), a snippet's figure
    (".svg"), or a data file.
    """

    page: Path
    line: int
    snippet: Path
    end: str
    section: str | None

    def problem(self, text):
        """A Problem at this line."""
        return Problem(self.page, self.line, text)


def includes(root, only=None):
    """All includes of all pages under `docs/`, or of `only` one, in order; a Problem for a line that looks like one."""
    for page in [only] if only else sorted(Path(root, "docs").rglob("*.md")):
        text = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), read_text(page))
        for number, line in enumerate(text.split("\n"), 1):
            if "-8<-" not in line or line.strip().startswith(";"):
                continue
            match = INCLUDE.fullmatch(line)
            if not match or match["end"] not in SHOWN or (match["end"] == ".out" and not match["section"]):
                ways = '"folder/file.py:section", "folder/file.out:section" or "folder/file.svg"'
                raise Problem(page, number, f"write an include as --8<-- {ways}")
            path = Path(root, "snippets", match["file"] + match["end"])
            path = path if path.suffix in DATA else path.with_suffix(".py")
            yield Include(page, number, path, match["end"], match["section"])


def problems(root, snippets, outputs, figures):
    """Where pages and snippets do not fit: a section shown that is not there or prints nothing, or one that no page shows.

    `snippets` maps each path to its Snippet, `outputs` to {section: text}, `figures` to the SVG or ""; those that a Problem
    kept out are passed over.
    """
    shown, above, folders = set(), None, {path.parent for path in snippets}
    for include in includes(root):
        snippet, name = snippets.get(include.snippet), include.section
        if not include.snippet.exists():
            yield include.problem(f"shows {os.path.relpath(include.snippet, root)}, which does not exist")
        elif include.end in DATA and include.snippet.parent not in folders:
            yield include.problem(f"shows {os.path.relpath(include.snippet, root)}, which no seal covers; move it beside a snippet")
        elif snippet:
            names = [section.name for section in snippet.sections]
            if name and name not in names:
                yield include.problem(f"shows section {name!r}, which is not in {snippet.path.name}; it has {', '.join(names)}")
            elif include.end == ".svg" and not figures.get(snippet.path, "-"):
                yield include.problem(f"shows the figure of {snippet.path.name}, which saves none as {snippet.figure.name}")
            elif include.end == ".out" and not outputs.get(snippet.path, {name: "-"})[name]:
                yield include.problem(f"shows the output of section {name!r} of {snippet.path.name}, which prints nothing")
            elif include.end == ".out" and above not in [(include.page, snippet.path, name), (include.page, snippet.path, None)]:
                yield include.problem(f"shows the output of section {name!r} of {snippet.path.name} below other code")
            if include.end == ".py":
                above = include.page, snippet.path, name
            shown |= {(snippet.path, include.end, each) for each in ([name] if name else names)}
    for path, snippet in snippets.items():
        printed = outputs.get(path, {})
        if figures.get(path) and not {(path, ".svg", section.name) for section in snippet.sections} & shown:
            yield Problem(path, 0, f"no page shows the figure {snippet.figure.name}; include it below the code")
        for section in snippet.sections:
            if (path, ".py", section.name) not in shown:
                yield Problem(path, section.first, f"no page shows section {section.name!r}; include it in a page or delete it")
            elif printed.get(section.name) and (path, ".out", section.name) not in shown:
                yield Problem(path, section.first, f"no page shows what section {section.name!r} prints; include it below the code")
