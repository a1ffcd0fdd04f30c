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
from tools.pages import articles, assertions, claims, include_rules, numbers, project, source_lines
from tools.pages.articles import Article
from tools.pages.assertions import Section, Sentence
from tools.pages.project import Project, Source

LEDGER = re.compile(r"ledger(/|\.md)#")
# what Markdown and HTML add to the cells of a printed table
MARKUP = re.compile(r"\]\([^)]*\)|</?(?:a|br|code|em|mark|q|span|strong|sub|sup)\b[^>]*>")
TITLE = "# Written by `make record` from {}, never by hand: what the page asserts, and what shows it.\n"
RECORDED = re.compile(r"^[-#@!;] .*(?:\n\t.*)*", re.MULTILINE)
IN_CODE = r"[A-Za-z_][\w.]*(?=[^`]*`(?:[^`]*`[^`]*`)*[^`]*$)"  # a name, with an odd number of backticks after it
PART = re.compile(
    rf"(?P<held>\$[^$]+\$|\]\([^)]*\)|{numbers.TOKEN.pattern})|(?P<code>{IN_CODE})|(?P<said>\w+|(?<=\s)[-+*/=<>](?=\s))|\S"
)
ALIKE = 0.7  # the share of the shorter that a sentence has in common with the one that it replaces
FEW = 4  # the words of a change that is asked about, and of a sentence that is compared with any other at its place


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
    title: str = TITLE
    others: dict[str, Source] = dataclasses.field(default_factory=dict)  # by heading, what stands in another file

    @property
    def text(self) -> str:
        """The text of the page's record."""
        parts = (f"\n{entry.text}\n\n" if entry.line[0] == "#" else f"{entry.text}\n" for entry in self.entries)
        return "".join([self.title.format(self.page.path.name), *parts])

    def problem(self, entry: Entry, words: str, wrong: str) -> Problem:
        """A Problem with these words of an entry, or with the whole."""
        heading = entry.section.heading
        page = self.others.get(heading, self.page)
        line = source_lines.find(page.text, heading, entry.line[2:], words)
        return Problem(page.path, line, f"{words} under {heading!r}{wrong}" if words else wrong)


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
    typed = _typed(found, page)
    texts = [Section(path.name, sentences=assertions.verbatim(";", text)) for path, text in typed.items()]
    audited = judge(page, [*sections, whole, *texts], quotable(found, tree))
    audited.others |= {path.name: Source(path, text) for path, text in typed.items()}
    return audited


def judge(page: Source, sections: Sequence[Section], quotable: Collection[str]) -> Audit:
    """What the Sections of a page assert. `quotable` are the numbers that the ledger lists for its source."""
    audited = Audit(page)
    everywhere = [text for section in sections for text in section.outputs]
    for section in sections:
        outputs = everywhere if section.level == 1 else section.outputs
        for sentence in section.sentences:
            entry = Entry(section, sentence.line, [])
            audited.entries.append(entry)
            for words, by, wrong in _tokens(sentence, section, outputs, quotable):
                audited.problems += [audited.problem(entry, words, f": {wrong}")] if wrong else []
                entry.tokens += [(words, by)] if by else []
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
        wrong = "" if shown or sentence.is_linked else f"no output there shows this claim of {claim}"
        yield words, f"shown by {shown}" if shown else "shown where a link leads", wrong


def _typed(found: Project, page: Source) -> dict[Path, str]:
    """The text files beside the snippets of a page: their lines are typed, though a snippet may print them."""
    shown = (found.snippets.get(include.snippet) for include in page.includes)
    return {path: text for each in shown if each for path, text in each.data.items() if path.suffix == ".txt"}


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
    linked = {link.partition("#")[2] for link in article.xpath(".//a/@href") if LEDGER.search(link)}
    listed = [row for row in found.printed if not linked or slugify(row[0], "-") in linked]
    return {number for row in listed for number in row[2].split()}


def compare(found: Project, audited: Audit) -> list[Problem]:
    """Why a page must not be published: what nothing shows, or else how the page differs from its record."""
    page = audited.page
    if audited.problems or page.asserted == audited.text:
        return audited.problems
    only = page.path.relative_to(Path(found.root, "docs")).with_suffix("").as_posix()
    return [differs(audited, project.asserted_path(page.path, found.root), f"make record only={only}")]


def differs(audited: Audit, path: Path, accept: str) -> Problem:
    """A Problem where a page first differs from its record, at this path, and how to accept that."""
    diff = transcripts.unified_diff(path, audited.page.asserted, audited.text)
    wrong = f"what it asserts is not as recorded; if it is right: {accept}\n{diff}"
    return next((audited.problem(new, "", wrong) for new, _ in news(audited)), Problem(audited.page.path, 0, wrong))


def orphans(found: Project) -> Iterator[Problem]:
    """A Problem for each record whose page is gone."""
    records = {project.asserted_path(page, found.root) for page in found.pages}
    for path in sorted(found.files - records - {found.root / project.SITE}):
        if path.suffix == ".asserted":
            yield Problem(path, 0, "records what a page asserts that is not there; delete it")


def record(root: Path, only: str = "", accepted: Collection[str] = ()) -> Report:
    """Write the record of each chosen page if everything new in it is well shown, or `accepted`; a Report."""
    report, found = Report(), project.read(root)
    for audited in (look_at(found, page) for page in project.chosen(found, only)):
        settle(report, audited, project.asserted_path(audited.page.path, root), accepted)
    report.problems += orphans(found)
    return report


def settle(report: Report, audited: Audit, path: Path, accepted: Collection[str]) -> None:
    """Write a record if all that is new in it is well shown, or `accepted`; report what is new, and what is wrong."""
    report.news += [f"new under {each.section.heading!r}: {each.text}" for each, _ in news(audited)]
    wrong = audited.problems or list(doubts(audited, accepted))
    if not wrong:
        write_at_once(path, audited.text)
    report.problems += wrong
    report.entries += audited.entries


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
    places = ((n, old[n - c + a] if b - a == d - c else "") for _, a, b, c, d in steps for n in range(c, d))
    for entry, there in ((audited.entries[n], there) for n, there in places):
        this = difflib.SequenceMatcher(None, b=(now := _masked(entry.line)), autojunk=False)
        longest = max(len(_said(line)) for line in (there.partition("\n")[0], entry.line))
        best, before = ALIKE, there if longest <= FEW else ""
        for text, was in gone.items():
            this.set_seq1(was)
            of_shorter = max(0.5, 2 * min(len(was), len(now)) / (len(was) + len(now)))
            if this.quick_ratio() >= best * of_shorter and this.ratio() >= best * of_shorter:
                best, before = this.ratio() / of_shorter, text
        yield entry, before


def doubts(audited: Audit, accepted: Collection[str] = ()) -> Iterator[Problem]:
    """What is new in a page and could be wrong though it is shown: it is recorded only if it is `accepted` by name.

    A rounding; in a sentence that has changed, a formula, a link, a name or a number in the place of one that holds
    still, and its words if they are few.
    """
    for entry, before in news(audited):
        found = {token: f"{by}, to fewer digits" for token, by in entry.tokens if by.startswith("rounds")}
        line = before.partition("\n")[0]
        if few := " ".join(_reworded(line, entry.line)):
            found[few] = "came or went, and all else stays as it was"
        for was, now in _replaced(line, entry.line):
            is_computed = re.search(rf"^\t{re.escape(was)}\t(?:code|figure|output|rounds)", before, re.MULTILINE)
            if not is_computed or numbers.source(was, entry.section.computed):
                token = "formula" if now[0] == "$" else now.strip("]()")
                found[token] = f"takes the place of {was}, which holds there still"
        for token, why in found.items():
            if token not in accepted and not set(token.split()) <= set(accepted):
                right = f"; if it is right: make record … accept={token!r}"
                yield audited.problem(entry, token, f" {why}{right}")


def _reworded(old: str, new: str) -> list[str]:
    """The few words of a sentence that are new, or else those that are gone, if no more has changed."""
    words = list(difflib.ndiff(_said(old), _said(new)))
    come, gone = ([word[2:] for word in words if word[0] == sign] for sign in "+-")
    return (come or gone) if old and max(len(come), len(gone)) <= FEW else []


def _replaced(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Each formula, name or number of a sentence that takes the place of another, after that."""
    before, after = ([part[0] for part in PART.finditer(line)] for line in (old, new))
    same = difflib.SequenceMatcher(None, _masked(old, "code"), _masked(new, "code"), autojunk=False)
    for start, other, length in same.get_matching_blocks():
        for was, now in zip(before[start : start + length], after[other : other + length], strict=True):
            if numbers.WORDS.get(was.lower(), was) != numbers.WORDS.get(now.lower(), now):
                yield was, now


def _said(line: str) -> list[str]:
    """The words of a line of a record, in lower case; each number, formula and name in code is a "value"."""
    parts = (part for part in PART.finditer(line) if part.lastgroup and part[0][0] != "]")
    return [part["said"].lower() if part["said"] else "value" for part in parts]


def _masked(line: str, also: str = "held") -> list[str]:
    """The parts of a line of a record, with its formulas and numbers all alike; `also` its names in "code"."""
    return ["…" if part["held"] or part[also] else part[0] for part in PART.finditer(line)]


def look_at(found: Project, page: Source) -> Audit:
    """What a page asserts; if it cannot be rendered, nothing, and why."""
    if missing := list(include_rules.unrendered(found, page)):
        return Audit(page, problems=missing)
    try:
        return audit(found, articles.render_one(found, page.path))
    except Problem as problem:
        return Audit(page, problems=[problem])
