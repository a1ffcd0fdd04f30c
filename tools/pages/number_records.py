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

from tools.examples import transcripts
from tools.examples.files import Problem, write_at_once
from tools.pages import articles, include_rules, numbers, project
from tools.pages.articles import Article
from tools.pages.project import Project, Source

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


def audit(found: Project, article: Article) -> tuple[str, list[Problem]]:
    """The record of the numbers on a page, as text, and a Problem for each number that nothing computes."""
    path, html, description = article
    source = found.pages[path]
    sections = numbers.sections(html, *_made_by_snippets(found, source))
    whole = numbers.Section("(the description of the page)")
    whole.add("prose", description)
    whole.computed = [number for section in sections for number in section.computed]
    text, problems = numbers.audit(path, source.text, [*sections, whole], quotable(found, html))
    title = (
        f"# Written by `make record` from {path.name}, never by hand: each number in its prose, and what computes it."
    )
    return f"{title}\n{text}\n", problems


def _made_by_snippets(found: Project, page: Source) -> tuple[list[numbers.Cells], list[list[str]]]:
    """The cells of the tables and the labels of the drawings that a page includes."""
    tables, drawings = [], []
    for include in page.includes:
        snippet = found.snippets.get(include.snippet)
        if snippet and include.end == ".out":
            output = found.outputs(snippet).get(include.section or "", "")
            tables += [cells_of_table(output)] if output.startswith("|") else []
        elif snippet and include.end == ".svg":
            drawings.append(numbers.labels(BeautifulSoup(snippet.recorded_figure, "html.parser")))
    return tables, drawings


@functools.lru_cache(maxsize=256)
def cells_of_table(output: str) -> numbers.Cells:
    """The cells of a table that a snippet prints as Markdown, as its page shows them."""
    return numbers.cells(BeautifulSoup(markdown.markdown(output, extensions=["tables"]), "html.parser"))


def quotable(found: Project, article: Tag) -> set[str]:
    """The numbers that the ledger lists for the sources to whose part a page links; for all if it links to none."""
    linked = {str(link["href"]).partition("#")[2] for link in article("a", href=LEDGER)}
    return {
        number for row in found.printed if not linked or slugify(row[0], "-") in linked for number in row[2].split()
    }


def refused(found: Project, article: Article) -> list[Problem]:
    """Why a page must not be published: the Problems of its numbers, and how they differ from their record."""
    return _compare(found, article.path, *audit(found, article))


def _compare(found: Project, page: Path, text: str, problems: list[Problem]) -> list[Problem]:
    old = found.pages[page].numbers
    if problems or old == text:
        return problems
    accept = f"make record only={page.relative_to(Path(found.root, 'docs')).with_suffix('').as_posix()}"
    diff = transcripts.unified_diff(project.numbers_path(page, found.root), old, text)
    return [Problem(page, 0, f"its numbers are not as recorded; if they are right: {accept}\n{diff}")]


def orphans(found: Project) -> Iterator[Problem]:
    """A Problem for each record whose page is gone."""
    records = {project.numbers_path(page, found.root) for page in found.pages}
    for path in sorted(found.files - records):
        if path.suffix == ".numbers":
            yield Problem(path, 0, "records the numbers of a page that is not there; delete it")


def record(root: Path, only: str = "") -> Report:
    """Write the record of each page all of whose numbers are computed; a Report. For `only`, see `chosen`."""
    report, found = Report(), project.read(root)
    for page in chosen(found, only):
        text, problems = _look_at(found, page)
        if not problems:
            write_at_once(project.numbers_path(page.path, root), text)
        report.texts.append(text)
        report.problems += problems
    report.problems += orphans(found)
    return report


def check(found: Project, only: str = "") -> Report:
    """What `record` would write, and every Problem, those of records that differ among them."""
    report = Report()
    for page in chosen(found, only):
        text, problems = _look_at(found, page)
        report.texts.append(text)
        report.problems += _compare(found, page.path, text, problems)
    report.problems += orphans(found)
    return report


def chosen(found: Project, only: str = "") -> list[Source]:
    """The pages whose path below `docs/`, or that of a snippet that they show, contains `only`.

    Pages whose includes cannot be read are chosen too, so that looking at them reports the reason.
    """
    return [page for page in found.pages.values() if page.problem or _is_chosen(found.root, page, only)]


def _is_chosen(root: Path, page: Source, only: str) -> bool:
    below = [page.path.relative_to(Path(root, "docs"))]
    below += [include.snippet.relative_to(Path(root, "snippets")) for include in page.includes]
    return any(only in path.as_posix() for path in below)


def _look_at(found: Project, page: Source) -> tuple[str, list[Problem]]:
    """The record of a page and its Problems; if it cannot be rendered, "" and why."""
    if missing := list(include_rules.unrendered(found, page)):
        return "", missing
    try:
        [article] = articles.render(found, [page.path])
        return audit(found, article)
    except Problem as problem:
        return "", [problem]
    except BuildError as error:  # a formula that does not parse
        return "", [Problem(page.path, 0, str(error))]
