"""Records what each page asserts, and checks it.

What `assertions` reads on a page is recorded beside the page's snippets: snippets/a/b/b.asserted for docs/a/b.md. Each
sentence has a line, and below it each number, with what computes it, and each claim, with the output that shows it. Any
change differs from the record, even where it happens to be computed too.
"""

import dataclasses
import difflib
import html
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement
from markdown.extensions.toc import slugify

from tools.examples import transcripts
from tools.examples.files import Problem, write_at_once
from tools.pages import articles, assertions, claims, include_rules, numbers, project
from tools.pages.articles import Article
from tools.pages.assertions import Section, Sentence
from tools.pages.project import Project, Source
from tools.pages.source_lines import SourceLines

LEDGER = re.compile(r"ledger(/|\.md)#")
# what Markdown and HTML add to the cells of a printed table
MARKUP = re.compile(r"\]\([^)]*\)|</?(?:a|br|code|em|mark|q|span|strong|sub|sup)\b[^>]*>")
TITLE = "# Written by `make record` from {}, never by hand: what the page asserts, and what shows it.\n"
RECORDED = re.compile(r"^[-#@!] .*(?:\n\t.*)*", re.MULTILINE)
PART = re.compile(rf"(?P<number>{numbers.TOKEN.pattern})|\w+|\S")
ALIKE = 0.6  # the share of words and signs that a sentence has in common with the one that it replaces


@dataclasses.dataclass
class Entry:
    """A sentence of a page as its record shows it: its section, its line, and its tokens with what shows each."""

    section: Section
    line: str
    tokens: list[tuple[str, str]]

    @property
    def text(self) -> str:
        """Its lines in the record."""
        return "\n\t".join([self.line, *(f"{token}\t{by}" for token, by in self.tokens)])


@dataclasses.dataclass
class Audit:
    """What a page asserts, and what is wrong with it."""

    page: Source
    entries: list[Entry] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the page's record."""
        parts = (f"\n{entry.text}\n\n" if entry.line[0] == "#" else f"{entry.text}\n" for entry in self.entries)
        return "".join([TITLE.format(self.page.path.name), *parts])


@dataclasses.dataclass
class Report:
    """What is new in the records of the pages looked at, every Problem, and how much the records hold."""

    news: list[str] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)
    entries: list[Entry] = dataclasses.field(default_factory=list)

    def __str__(self) -> str:
        shown = sum(len(entry.tokens) for entry in self.entries)
        counts = f"{len(self.entries)} sentences with {shown} numbers and claims, {len(self.problems)} problems"
        return "\n".join([*self.news, *map(str, self.problems), counts])


def audit(found: Project, article: Article) -> Audit:
    """What a page asserts, and a Problem for each number and each claim that nothing shows."""
    page, tree = found.pages[article.path], assertions.parse(article.html)
    sections = assertions.read(tree, *_made_by_snippets(found, page))
    whole = Section("(the whole page)", computed=[number for section in sections for number in section.computed])
    whole.sentences += [assertions.spoken("description", article.description)] if article.description else []
    return judge(page, [*sections, whole], quotable(found, tree))


def judge(page: Source, sections: Sequence[Section], quotable: Collection[str]) -> Audit:
    """What the Sections of a page assert. `quotable` are the numbers that the ledger lists for its source."""
    audited, place = Audit(page), SourceLines(page.text)
    everywhere = [text for section in sections for text in section.outputs]
    for section in sections:
        outputs = everywhere if section.level == 1 else section.outputs
        for sentence in section.sentences:
            entry = Entry(section, sentence.line, [])
            audited.entries.append(entry)
            for words, by, wrong in _tokens(sentence, section, outputs, quotable):
                if wrong:
                    text = f"{words} under {section.heading!r}: {wrong}"
                    audited.problems.append(Problem(page.path, place.of(section.heading, words), text))
                if by:
                    entry.tokens.append((words, by))
    return audited


def _tokens(
    sentence: Sentence, section: Section, outputs: Sequence[str], quotable: Collection[str]
) -> Iterator[tuple[str, str, str]]:
    """The numbers and claims of a sentence, what shows each, and what is wrong with it, or ""."""
    for kind, text in sentence.texts:
        for token in numbers.TOKEN.finditer(text):
            yield token[0], *numbers.judge(kind, token, section.computed, quotable)
        for digit in numbers.unread(text):
            yield digit, "", "this digit stands where no rule reads it; write the number apart"
    for words, claim in claims.find(sentence):
        shown = claims.evidence(sentence, claim, outputs)
        wrong = "" if shown or sentence.is_linked else f"claims an {claim} that no output there shows"
        yield words, f"shown by {shown}" if shown else "shown where a link leads", wrong


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
    listed = [row for row in found.printed if not linked or slugify(row[0], "-") in linked]
    return {number for row in listed for number in row[2].split()}


def refused(found: Project, article: Article) -> list[Problem]:
    """Why a page must not be published: what nothing shows, or else how the page differs from its record."""
    return compare(found, audit(found, article))


def compare(found: Project, audited: Audit) -> list[Problem]:
    """What nothing shows on a page, or else how it differs from its record."""
    page, path = audited.page, project.asserted_path(audited.page.path, found.root)
    if audited.problems or page.asserted == audited.text:
        return audited.problems
    accept = f"make record only={page.path.relative_to(Path(found.root, 'docs')).with_suffix('').as_posix()}"
    diff = transcripts.unified_diff(path, page.asserted, audited.text)
    return [Problem(page.path, 0, f"what it asserts is not as recorded; if it is right: {accept}\n{diff}")]


def orphans(found: Project) -> Iterator[Problem]:
    """A Problem for each record whose page is gone."""
    records = {project.asserted_path(page, found.root) for page in found.pages}
    for path in sorted(found.files - records):
        if path.suffix == ".asserted":
            yield Problem(path, 0, "records what a page asserts that is not there; delete it")


def record(root: Path, only: str = "", accepted: Collection[str] = ()) -> Report:
    """Write the record of each page if everything that is new in it is well shown, or `accepted`; a Report.

    For `only`, see `project.chosen`.
    """
    report, found = Report(), project.read(root)
    for audited in (look_at(found, page) for page in project.chosen(found, only)):
        if audited.page.asserted:
            report.news += [f"new under {each.section.heading!r}: {each.text}" for each, _ in news(audited)]
        wrong = audited.problems or list(doubts(audited, accepted))
        if not wrong:
            write_at_once(project.asserted_path(audited.page.path, root), audited.text)
        report.problems += wrong
        report.entries += audited.entries
    report.problems += orphans(found)
    return report


def check(found: Project, only: str = "") -> Report:
    """What `record` would write, and every Problem, those of records that differ among them."""
    report = Report()
    for audited in (look_at(found, page) for page in project.chosen(found, only)):
        report.problems += compare(found, audited)
        report.entries += audited.entries
    report.problems += orphans(found)
    return report


def news(audited: Audit) -> Iterator[tuple[Entry, str]]:
    """Each new Entry of a page, and what is recorded of the sentence whose place it takes, or ""."""
    old = RECORDED.findall(audited.page.asserted)
    lines = [text.partition("\n")[0] for text in old]
    diff = difflib.SequenceMatcher(None, lines, [entry.line for entry in audited.entries], autojunk=False)
    steps = [step for step in diff.get_opcodes() if step[0] != "equal"]
    gone = {text: _masked(text.partition("\n")[0]) for _, start, end, _, _ in steps for text in old[start:end]}
    for entry in (entry for _, _, _, start, end in steps for entry in audited.entries[start:end]):
        this = difflib.SequenceMatcher(None, b=_masked(entry.line), autojunk=False)
        best, before = ALIKE, ""
        for text, words in gone.items():
            this.set_seq1(words)
            if this.quick_ratio() >= best and this.ratio() >= best:
                best, before = this.ratio(), text
        yield entry, before


def doubts(audited: Audit, accepted: Collection[str] = ()) -> Iterator[Problem]:
    """What is new in a page and could be wrong though it is shown: it is recorded only if it is `accepted` by name.

    A rounding to few digits; a number or a name in the place of one that holds still, where a sentence has changed.
    """
    place = SourceLines(audited.page.text)
    for entry, before in news(audited):
        found = {token: f"{by}, to fewer digits" for token, by in entry.tokens if by.startswith("rounds")}
        for was, now in _replaced(before.partition("\n")[0], entry.line):
            is_computed = re.search(rf"^\t{re.escape(was)}\t(?:code|figure|output|rounds)", before, re.MULTILINE)
            if not is_computed or numbers.source(was, entry.section.computed):
                found[now] = f"takes the place of {was}, which holds there still"
        for token, why in found.items():
            if token not in accepted:
                text = f"{token} under {entry.section.heading!r} {why}; if it is right: make record … accept={token!r}"
                yield Problem(audited.page.path, place.of(entry.section.heading, token), text)


def _replaced(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Each number or name of a sentence that takes the place of another, after that."""
    before, after = ([part[0] for part in PART.finditer(line)] for line in (old, new))
    same = difflib.SequenceMatcher(None, _masked(old), _masked(new), autojunk=False).get_matching_blocks()
    for start, other, length in same:
        for was, now in zip(before[start : start + length], after[other : other + length], strict=True):
            if was != now:
                yield was, now


def _masked(line: str) -> list[str]:
    """The words and signs of a line of a record, those with a number all alike."""
    return ["…" if part["number"] else part[0] for part in PART.finditer(line)]


def look_at(found: Project, page: Source) -> Audit:
    """What a page asserts; if it cannot be rendered, nothing, and why."""
    if missing := list(include_rules.unrendered(found, page)):
        return Audit(page, problems=missing)
    try:
        return audit(found, articles.render_one(found, page.path))
    except Problem as problem:
        return Audit(page, problems=[problem])
