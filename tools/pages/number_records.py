"""Records the numbers in the prose of each page, and checks them.

What `numbers` finds on a page is recorded beside the page's snippets: snippets/a/b/b.numbers for docs/a/b.md. A digit
of the prose that changes differs from its record, even where the code under that heading happens to compute the wrong
number too.
"""

import dataclasses
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import markdown
from bs4 import BeautifulSoup, Tag
from markdown.extensions.toc import slugify
from mkdocs.exceptions import BuildError

from tools.examples import snippets, transcripts
from tools.examples.files import Problem, read_if_there, read_text, write_at_once
from tools.pages import articles, includes, numbers
from tools.pages.articles import Article

PRINTED = "snippets/reference/ledger/printed.txt"
LEDGER = re.compile(r"ledger(/|\.md)#")


@dataclasses.dataclass
class Report:
    """The records of the pages looked at, as texts, and every Problem."""

    texts: list[str] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)

    def __str__(self) -> str:
        whole = "\n".join(self.texts)
        count = whole.count("\t")
        counts = f"{count} numbers and formulas in the prose, {len(self.problems)} problems"
        return "\n".join([*map(str, self.problems), counts])


def record_path(root: Path, page: Path) -> Path:
    """The file that records the numbers of a page."""
    return snippets.mirror(page, root) / f"{page.stem}.numbers"


def audit(root: Path, article: Article) -> tuple[str, list[Problem]]:
    """The record of the numbers on a page, as text, and a Problem for each number that nothing computes."""
    path, html, description = article
    tables, drawings = _made_by_snippets(root, path)
    found = numbers.sections(html, tables, drawings)
    whole = numbers.Section("(the description of the page)")
    whole.add("prose", description)
    whole.computed = [number for section in found for number in section.computed]
    text, problems = numbers.audit(path, [*found, whole], quotable(root, html))
    title = (
        f"# Written by `make record` from {path.name}, never by hand: each number in its prose, and what computes it."
    )
    return f"{title}\n{text}\n", problems


def _made_by_snippets(root: Path, page: Path) -> tuple[list[numbers.Cells], list[list[str]]]:
    """The cells of the tables and the labels of the drawings that a page includes."""
    tables, drawings = [], []
    printed: dict[Path, dict[str, str]] = {}
    for include in includes.read(root, page) if page.suffix == ".md" else ():
        if include.end == ".out":
            if include.snippet not in printed:
                printed[include.snippet] = transcripts.recorded_outputs(snippets.read(include.snippet))
            output = printed[include.snippet].get(include.section or "", "")
            tables += [cells_of_table(output)] if output.startswith("|") else []
        elif include.end == ".svg":
            drawing = read_text(include.snippet.with_suffix(".svg"))
            drawings.append(numbers.labels(BeautifulSoup(drawing, "html.parser")))
    return tables, drawings


@functools.lru_cache(maxsize=256)
def cells_of_table(output: str) -> numbers.Cells:
    """The cells of a table that a snippet prints as Markdown, as its page shows them."""
    return numbers.cells(BeautifulSoup(markdown.markdown(output, extensions=["tables"]), "html.parser"))


def quotable(root: Path, article: Tag) -> set[str]:
    """The numbers that the ledger lists for the sources to whose part a page links; for all if it links to none."""
    rows = [line.split("|") for line in read_if_there(Path(root, PRINTED)).splitlines()]
    linked = {str(link["href"]).partition("#")[2] for link in article("a", href=LEDGER)}
    return {number for row in rows if not linked or slugify(row[0], "-") in linked for number in row[2].split()}


def refused(root: Path, article: Article) -> list[Problem]:
    """Why a page must not be published: the Problems of its numbers, and how they differ from their record."""
    return _compare(root, article.path, *audit(root, article))


def _compare(root: Path, page: Path, text: str, problems: list[Problem]) -> list[Problem]:
    record = record_path(root, page)
    old = read_if_there(record)
    if problems or old == text:
        return problems
    accept = f"make record only={page.relative_to(Path(root, 'docs')).with_suffix('').as_posix()}"
    diff = transcripts.unified_diff(record, old, text)
    return [Problem(page, 0, f"its numbers are not as recorded; if they are right: {accept}\n{diff}")]


def orphans(root: Path) -> Iterator[Problem]:
    """A Problem for each record whose page is gone."""
    pages = {record_path(root, page) for page in articles.sources(root)}
    for path in sorted(Path(root, "snippets").rglob("*.numbers")):
        if path not in pages:
            yield Problem(path, 0, "records the numbers of a page that is not there; delete it")


def record(root: Path, only: str = "") -> Report:
    """Write the record of each page all of whose numbers are computed; a Report. For `only`, see `chosen`."""
    report = Report()
    for page in chosen(root, only):
        text, problems = _look_at(root, page)
        if not problems:
            write_at_once(record_path(root, page), text)
        report.texts.append(text)
        report.problems += problems
    report.problems += orphans(root)
    return report


def check(root: Path, only: str = "") -> Report:
    """What `record` would write, and every Problem, those of records that differ among them."""
    report = Report()
    for page in chosen(root, only):
        text, problems = _look_at(root, page)
        report.texts.append(text)
        report.problems += _compare(root, page, text, problems)
    report.problems += orphans(root)
    return report


def chosen(root: Path, only: str = "") -> list[Path]:
    """The pages whose path below `docs/`, or that of a snippet that they show, contains `only`.

    Pages whose includes cannot be read are chosen too, so that looking at them reports the reason.
    """
    return [page for page in articles.sources(root) if _is_chosen(root, page, only)]


def _is_chosen(root: Path, page: Path, only: str) -> bool:
    if only in page.relative_to(Path(root, "docs")).as_posix():
        return True
    try:
        shown = [include.snippet for include in includes.read(root, page)] if page.suffix == ".md" else []
    except Problem:
        return True
    return any(only in path.relative_to(Path(root, "snippets")).as_posix() for path in shown)


def _look_at(root: Path, page: Path) -> tuple[str, list[Problem]]:
    """The record of a page and its Problems; if it cannot be rendered, "" and why."""
    try:
        if page.suffix == ".md":
            shown = {include.snippet for include in includes.read(root, page) if include.snippet.suffix == ".py"}
            read_well = {path: snippets.read(path) for path in shown if path.exists()}
            if missing := list(includes.problems_of_page(root, page, read_well)):
                return "", missing
        [article] = articles.render(root, [page])
        return audit(root, article)
    except Problem as problem:
        return "", [problem]
    except BuildError as error:  # a formula that does not parse
        return "", [Problem(page, 0, str(error))]
