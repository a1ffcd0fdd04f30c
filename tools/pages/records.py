"""Records what each page asserts, and checks it.

What `assertions` reads on a page is recorded beside the page's snippets: snippets/a/b/b.asserted for docs/a/b.md. Each
sentence that asserts something has a line, and below it each number, with what computes it, and each claim, with the
output that shows it. Any change differs from the record, even where it happens to be computed too.
"""

import dataclasses
import html
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement
from markdown.extensions.toc import slugify
from mkdocs.exceptions import BuildError

from tools.examples import transcripts
from tools.examples.files import Problem, write_at_once
from tools.pages import articles, assertions, claims, include_rules, numbers, project, site_texts
from tools.pages.articles import Article
from tools.pages.assertions import Section, Sentence
from tools.pages.project import Project, Source
from tools.pages.source_lines import SourceLines

LEDGER = re.compile(r"ledger(/|\.md)#")
# what Markdown and HTML add to the cells of a printed table
MARKUP = re.compile(r"\]\([^)]*\)|</?(?:a|br|code|em|mark|q|span|strong|sub|sup)\b[^>]*>")
TITLE = "# Written by `make record` from {}, never by hand: what the page asserts, and what shows it.\n"
DESCRIPTION = "(the description of the page)"


@dataclasses.dataclass
class Report:
    """The records of the pages looked at, as texts, what is new in them, and every Problem."""

    texts: list[str] = dataclasses.field(default_factory=list)
    news: list[str] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)

    def __str__(self) -> str:
        lines = [line for text in self.texts for line in text.splitlines()]
        shown = sum(line.startswith("\t") for line in lines)
        sentences = sum(line[:2] in ("- ", "@ ", "! ") for line in lines)
        counts = f"{sentences} sentences with {shown} numbers and claims, {len(self.problems)} problems"
        return "\n".join([*self.news, *map(str, self.problems), counts])


@dataclasses.dataclass
class Entry:
    """A sentence of a page as its record shows it: its heading, its line, and its tokens with what shows each."""

    heading: str
    line: str
    tokens: list[tuple[str, str]]
    is_weak: list[str] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Audit:
    """What a page asserts, as the text of its record and in Entries, and what is wrong with it."""

    text: str
    entries: list[Entry]
    problems: list[Problem]
    sections: list[Section]


def audit(found: Project, article: Article) -> Audit:
    """What a page asserts, and a Problem for each number and each claim that nothing shows."""
    page, tree = found.pages[article.path], assertions.parse(article.html)
    sections = assertions.read(tree, *_made_by_snippets(found, page))
    whole = Section(DESCRIPTION, computed=[number for section in sections for number in section.computed])
    if article.description:
        whole.sentences.append(Sentence("@", (assertions.Piece("prose", article.description, article.description),)))
    return judge(page, [*sections, whole], quotable(found, tree))


def judge(page: Source, sections: list[Section], quotable: Collection[str]) -> Audit:
    """What the Sections of a page assert. `quotable` are the numbers that the ledger lists for its source."""
    at_work = _Judge(page, quotable, [text for section in sections for text in section.outputs])
    entries = [entry for section in sections for entry in at_work.entries(section)]
    text, heading = TITLE.format(page.path.name), ""
    for entry in entries:
        text += f"\n# {entry.heading}\n\n" if entry.heading != heading else ""
        heading = entry.heading
        text += "".join([f"{entry.line}\n", *(f"\t{token}\t{by}\n" for token, by in entry.tokens)])
    return Audit(text, entries, at_work.problems, sections)


class _Judge:
    """Judges the sentences of a page."""

    def __init__(self, page: Source, quotable: Collection[str], outputs: list[str]) -> None:
        self.path, self.place = page.path, SourceLines(page.text)
        self.quotable, self.outputs = quotable, outputs
        self.problems: list[Problem] = []

    def entries(self, section: Section) -> Iterator[Entry]:
        """The sentences of a section that assert something, with what shows it."""
        for sentence in section.sentences:
            entry = Entry(section.heading, sentence.line, [])
            for kind, text in sentence.texts:
                self._read_numbers(section, kind, text, entry)
            self._read_claims(section, sentence, entry)
            if entry.tokens or sentence.mark != "-" or claims.is_claim(sentence) or re.search(r"[`$\]“]", entry.line):
                yield entry

    def _read_numbers(self, section: Section, kind: str, text: str, entry: Entry) -> None:
        if kind == "marked":
            return
        for token in numbers.TOKEN.finditer(text):
            verdict = numbers.judge(kind, token, section.computed, self.quotable)
            if verdict.wrong:
                self._refuse(section, token[0], verdict.wrong)
            if verdict.by:
                entry.tokens.append((token[0], verdict.by))
            if verdict.is_weak:
                entry.is_weak.append(token[0])
        for digit in numbers.unread(text):
            self._refuse(section, digit, "this digit stands where no rule reads it; write the number apart")

    def _read_claims(self, section: Section, sentence: Sentence, entry: Entry) -> None:
        for words, kind in claims.find(sentence):
            shown = claims.evidence(sentence, kind, self.outputs if section.level == 1 else section.outputs)
            if not shown and not sentence.is_linked:
                self._refuse(section, words, f"claims an {kind.name} that no output there shows")
            entry.tokens.append((words, f"shown by {' '.join(shown.split())}" if shown else "shown where a link leads"))

    def _refuse(self, section: Section, words: str, wrong: str) -> None:
        line = self.place.of(section.heading, words)
        self.problems.append(Problem(self.path, line, f"{words} under {section.heading!r}: {wrong}"))


def _made_by_snippets(found: Project, page: Source) -> tuple[set[str], set[str]]:
    """The keys of the tables and drawings that a page includes."""
    tables, drawings = set(), set()
    for include in page.includes:
        snippet = found.snippets.get(include.snippet)
        if snippet and include.end == ".out":
            output = found.outputs(snippet).get(include.section or "", "")
            tables |= {key_of_table(output)} if output.startswith("|") else set()
        elif snippet and include.end == ".svg" and snippet.recorded_figure:
            labels = lxml.html.fromstring(snippet.recorded_figure).iter("text")
            drawings.add(assertions.key("".join(map(assertions.text_of, labels))))
    return tables, drawings


def key_of_table(output: str) -> str:
    """The key of a table that a snippet prints as Markdown."""
    rows = [line for line in output.splitlines() if not re.fullmatch(r"[|:\- ]+", line)]
    return assertions.key(html.unescape(MARKUP.sub("", "\n".join(rows))))


def quotable(found: Project, article: HtmlElement) -> set[str]:
    """The numbers that the ledger lists for the sources to whose part a page links; for all if it links to none."""
    links = article.xpath(".//a/@href")
    linked = {link.partition("#")[2] for link in links if LEDGER.search(link)}
    return {
        number for row in found.printed if not linked or slugify(row[0], "-") in linked for number in row[2].split()
    }


def refused(found: Project, article: Article) -> list[Problem]:
    """Why a page must not be published: what nothing shows, and how the page differs from its record."""
    return _compare(found, article.path, audit(found, article))


def _compare(found: Project, page: Path, audited: Audit) -> list[Problem]:
    old = found.pages[page].asserted
    if audited.problems or old == audited.text:
        return audited.problems
    accept = f"make record only={page.relative_to(Path(found.root, 'docs')).with_suffix('').as_posix()}"
    diff = transcripts.unified_diff(project.asserted_path(page, found.root), old, audited.text)
    return [Problem(page, 0, f"what it asserts is not as recorded; if it is right: {accept}\n{diff}")]


def orphans(found: Project) -> Iterator[Problem]:
    """A Problem for each record whose page is gone."""
    records = {project.asserted_path(page, found.root) for page in found.pages}
    for path in sorted(found.files - records - {found.root / site_texts.RECORD}):
        if path.suffix == ".asserted":
            yield Problem(path, 0, "records what a page asserts that is not there; delete it")


def record(root: Path, only: str = "", accepted: Collection[str] = ()) -> Report:
    """Write the record of each page if everything that is new in it is well shown, or `accepted`; a Report.

    For `only`, see `chosen`.
    """
    report, found = Report(), project.read(root)
    for page in chosen(found, only):
        audited = _look_at(found, page)
        doubts = [] if audited.problems else list(_doubts(page, audited, accepted))
        if not audited.problems and not doubts:
            write_at_once(project.asserted_path(page.path, root), audited.text)
        _add(report, page, audited)
        report.problems += doubts
    report.problems += orphans(found)
    return report


def check(found: Project, only: str = "") -> Report:
    """What `record` would write, and every Problem, those of records that differ among them."""
    report = Report()
    for page in chosen(found, only):
        audited = _look_at(found, page)
        report.texts.append(audited.text)
        report.problems += _compare(found, page.path, audited)
    report.problems += orphans(found)
    return report


def _add(report: Report, page: Source, audited: Audit) -> None:
    """Add what was read on a page, and what is new in it: each sentence with what shows its numbers and claims."""
    report.texts.append(audited.text)
    report.problems += audited.problems
    old = set(page.asserted.splitlines())
    for entry in audited.entries if page.asserted else ():
        if entry.line not in old:
            shown = [f"    {token}: {by}" for token, by in entry.tokens]
            report.news += [f"new under {entry.heading!r}: {entry.line}", *shown]


def _doubts(page: Source, audited: Audit, accepted: Collection[str]) -> Iterator[Problem]:
    """What is new in a page and could be wrong though it is shown: it is recorded only if it is `accepted` by name.

    A number that takes the place of one that is computed there still; a rounding to few digits.
    """
    old, place = page.asserted.splitlines(), SourceLines(page.text)
    gone = {_form(line): line for line in set(old) - {entry.line for entry in audited.entries}}
    computed = {section.heading: section.computed for section in audited.sections}
    for entry in audited.entries if old else ():
        if entry.line in old:
            continue
        doubts = dict.fromkeys(entry.is_weak, "is a rounding to few digits")
        before = gone.get(_form(entry.line), entry.line)
        pairs = zip(numbers.TOKEN.finditer(before), numbers.TOKEN.finditer(entry.line), strict=False)
        for was, now in pairs:
            if was[0] != now[0] and (was["name"] or numbers.source(was[0], computed.get(entry.heading, ()))):
                doubts[now[0]] = f"takes the place of {was[0]}, which is computed there still"
        for token, why in doubts.items():
            if token not in accepted:
                text = f"{token} under {entry.heading!r} {why}; if it is right: make record … accept={token!r}"
                yield Problem(page.path, place.of(entry.heading, token), text)


def _form(line: str) -> str:
    """A line of a record without its numbers."""
    return numbers.TOKEN.sub("…", line)


def chosen(found: Project, only: str = "") -> list[Source]:
    """The pages whose path below `docs/`, or that of a snippet that they show, contains `only`.

    Pages whose includes cannot be read are chosen too, so that looking at them reports the reason.
    """
    return [page for page in found.pages.values() if page.problem or _is_chosen(found.root, page, only)]


def _is_chosen(root: Path, page: Source, only: str) -> bool:
    below = [page.path.relative_to(Path(root, "docs"))]
    below += [include.snippet.relative_to(Path(root, "snippets")) for include in page.includes]
    return any(only in path.as_posix() for path in below)


def _look_at(found: Project, page: Source) -> Audit:
    """What a page asserts; if it cannot be rendered, nothing, and why."""
    if missing := list(include_rules.unrendered(found, page)):
        return Audit("", [], missing, [])
    try:
        [article] = articles.render(found, [page.path])
        return audit(found, article)
    except Problem as problem:
        return Audit("", [], [problem], [])
    except BuildError as error:  # a formula that does not parse
        return Audit("", [], [Problem(page.path, 0, str(error))], [])
