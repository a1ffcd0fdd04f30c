"""Renders the pages' articles as the site's build does, without the build; records and checks the numbers in their prose.

    python -m tools.articles check
    python -m tools.articles record

What tools/prose.py finds on a page is recorded beside it, `x.numbers` beside `x.md`: a digit of the prose that changes
differs from its record, even where the code under that heading happens to compute the wrong number too.
"""

import argparse
import functools
import os
import re
import sys
from pathlib import Path

import markdown
from bs4 import BeautifulSoup
from markdown.extensions.toc import slugify
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from tools import pages, prose, snippets, transcripts
from tools.snippets import Problem

PRINTED = "snippets/ledger/printed.txt"


@functools.cache
def _site(root):
    """The settings and the files of the site at `root`."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    links_are_for_the_build = dict.fromkeys(("not_found", "unrecognized_links", "anchors"), "ignore")
    config = load_config(str(Path(root, "mkdocs.yml")), strict=False, validation=links_are_for_the_build)
    snippet_options = config.mdx_configs["pymdownx.snippets"]
    snippet_options["base_path"] = [str(Path(root, folder)) for folder in snippet_options["base_path"]]
    return config, get_files(config)


def render(root, only=None):
    """Each page of the site, or `only` those of these paths, as (path, HTML of its article, its description)."""
    config, files = _site(root)
    for file in files:
        path = Path(file.abs_src_path)
        if path.suffix not in (".md", ".py") or only is not None and path not in only:
            continue
        page = Page(None, file, config)
        config.mdx_configs["tools.mathml"] = {"source": str(path)}
        if path.suffix == ".py":
            from tools import (  # with Jupyter: only where there is a notebook
                kernel,
                notebooks,
            )
            from tools.runner import Run

            notebook = kernel.read(path)
            outputs = transcripts.sections(notebook, transcripts.recorded(notebook))
            if not outputs:
                raise Problem(path, 0, f"is not as recorded: make record only={notebook.name}")
            page.meta, page.markdown = {}, ""
            notebooks.render(Run(notebook, "", outputs, "", None), page, config, files)
        else:
            page.read_source(config)
            page.render(config, files)
        yield path, page.content, page.meta.get("description", "")


def parse(html):
    """The article of a page, as `audit` reads it."""
    return BeautifulSoup(html, "html.parser")


def audit(root, path, article, description=""):
    """The record of the numbers on a page, as text, and the Problems; `article` is parsed."""
    tables, drawings = [], []
    for include in pages.includes(root, path) if path.suffix == ".md" else ():
        if include.end == ".out":
            snippet = snippets.read(include.snippet)
            output = transcripts.sections(snippet, transcripts.recorded(snippet)).get(include.section, "")
            if output.startswith("|"):
                tables.append(recorded_table(output))
        elif include.end == ".svg":
            drawing = snippets.read_text(include.snippet.with_suffix(".svg"))
            drawings.append(prose.labels(BeautifulSoup(drawing, "html.parser")))
    found = prose.sections(article, tables, drawings)
    whole = prose.Section("(the description of the page)")
    whole.add("prose", description)
    whole.computed = [number for section in found for number in section.computed]
    text, problems = prose.audit(path, [*found, whole], quotable(root, article))
    return f"# Written by `make record` from {path.name}, never by hand: each number in its prose, and what computes it.\n{text}\n", problems


def recorded_table(output):
    """The cells of a table that a snippet prints as Markdown, as its page shows them."""
    return prose.cells(BeautifulSoup(markdown.markdown(output, extensions=["tables"]), "html.parser"))


def quotable(root, article):
    """The numbers that the ledger lists for the sources to whose part of it a page links; for all if it links to none."""
    printed = Path(root, PRINTED)
    rows = [line.split("|") for line in snippets.read_text(printed).splitlines()] if printed.exists() else []
    linked = {link["href"].partition("#")[2] for link in article("a", href=re.compile("ledger(/|.md)#"))}
    return {number for row in rows if not linked or slugify(row[0], "-") in linked for number in row[2].split()}


def refused(root, path, article, description=""):
    """Why a page must not be published: the Problems of its numbers, and how they differ from their record."""
    text, problems = audit(root, path, article, description)
    record = path.with_suffix(".numbers")
    old = snippets.read_text(record) if record.exists() else ""
    if problems or old == text:
        return problems
    lines = transcripts.unified(record, old, text)
    return [Problem(path, 0, f"its numbers are not as recorded; if they are right: make record\n{lines}")]


def orphans(root):
    """A Problem for each record whose page is gone."""
    records = Path(root, "docs").rglob("*.numbers")
    gone = [path for path in records if not any(path.with_suffix(end).exists() for end in (".md", ".py"))]
    return [Problem(path, 0, "records the numbers of a page that is not there; delete it") for path in sorted(gone)]


def record(root):
    """Write the record of each page all of whose numbers are computed; what each page holds, as text, and all Problems."""
    texts, problems = [], []
    for path, html, description in render(root):
        text, wrong = audit(root, path, parse(html), description)
        if not wrong:
            transcripts.write_at_once(path.with_suffix(".numbers"), text)
        texts.append(text)
        problems += wrong
    return texts, problems


def check(root):
    """What `record` would write, as text, and all Problems, those of records that differ among them."""
    rendered = [(path, parse(html), description) for path, html, description in render(root)]
    return [audit(root, *page)[0] for page in rendered], [problem for page in rendered for problem in refused(root, *page)]


def main():
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.articles", description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=["check", "record"])
    work = {"check": check, "record": record}[parser.parse_args().command]
    texts, problems = [], []
    try:
        texts, problems = work(Path.cwd())
        problems += orphans(Path.cwd())
    except Problem as problem:
        problems.append(problem)
    count, exempt = (len(re.findall(pattern, "\n".join(texts))) for pattern in ("\t", "\texempt: "))
    print("\n".join([*map(str, problems), f"{count} numbers and formulas in the prose, {exempt} exempt, {len(problems)} problems"]))
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
