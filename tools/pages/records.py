"""Records what each page asserts, and what shows it, and checks it: docs/a/b.md in snippets/a/b/b.asserted."""

import dataclasses
import difflib
import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import lxml.html
from markdown.extensions.toc import slugify

from tools.examples import transcripts
from tools.examples.files import Problem, write_at_once
from tools.pages import articles, assertions, blocks, claims, include_rules, numbers, project, source_lines
from tools.pages.assertions import Judged, Section, key, verbatim
from tools.pages.project import Project, Source

TITLE = "# Written by `make record`, never by hand: what is asserted, and what shows it.\n"
RECORDED = re.compile(r"^((?:#+|[-@!;=]) .*)((?:\n\t.*)*)", re.MULTILINE)  # a sentence, and what shows its tokens
IN_CODE = r"[A-Za-z_][\w.]*(?=[^`]*`(?:[^`]*`[^`]*`)*[^`]*$)"  # a name, with an odd number of backticks after it
PART = re.compile(
    rf"(?P<held>\$[^$]+\$|\]\([^)]*\)|{numbers.TOKEN.pattern})|(?P<code>{IN_CODE})|(?P<said>\w+|(?<=\s)[-+*/=<>](?=\s))|\S"
)
ALIKE = 0.7  # the share of the shorter that a sentence has in common with the one that it replaces
FEW = 4  # the words of a change that is asked about, and of a sentence that is compared with any other at its place


@dataclasses.dataclass
class Entry:
    """A sentence of a page: its section, its line, and its tokens with what shows each; as a text, as in the record."""

    section: Section
    line: str
    tokens: list[Judged]

    def __str__(self) -> str:
        return "\n\t".join([self.line, *(f"{token}\t{by}" for token, by, _ in self.tokens if by)])


@dataclasses.dataclass
class Audit:
    """What a page asserts, and what is wrong with it."""

    page: Source
    entries: list[Entry] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)

    @property
    def text(self) -> str:
        """The text of the page's record."""
        parts = (f"\n{entry}\n\n" if entry.line[0] == "#" else f"{entry}\n" for entry in self.entries)
        return "".join([TITLE, *parts])

    def problem(self, entry: Entry, words: str, wrong: str) -> Problem:
        """A Problem with these words of an entry, or with the whole."""
        heading, source = entry.section.heading, entry.section.source or self.page
        line = source_lines.find(source.text, heading, entry.line.partition(" ")[2], words)
        return Problem(source.path, line, f"{words} under {heading!r}{wrong}" if words else wrong)

    def news(self) -> Iterator[tuple[Entry, str, str]]:
        """Each new Entry of a page, with the line that is recorded in its place and what shows its tokens, or ""."""
        old = RECORDED.findall(self.page.asserted)
        lines = [line for line, _ in old], [entry.line for entry in self.entries]
        steps = difflib.SequenceMatcher(None, *lines, autojunk=False).get_opcodes()
        changed = [step[1:] for step in steps if step[0] != "equal"]
        gone = {each: _masked(each[0]) for start, end, _, _ in changed for each in old[start:end]}
        for (start, end, first, last), number in ((step, at) for step in changed for at in range(*step[2:])):
            there = old[start + number - first] if end - start == last - first else ("", "")
            entry = self.entries[number]
            longest = max(len(_said(line)) for line in (there[0], entry.line))
            best, before = ALIKE, there if longest <= FEW else ("", "")
            this = difflib.SequenceMatcher(None, b=(now := _masked(entry.line)), autojunk=False)
            for each, was in gone.items():
                this.set_seq1(was)
                of_shorter = max(0.5, 2 * min(len(was), len(now)) / (len(was) + len(now)))
                if this.quick_ratio() >= best * of_shorter and this.ratio() >= best * of_shorter:
                    best, before = this.ratio() / of_shorter, each
            yield entry, *before

    def doubts(self, accepted: Collection[str] = ()) -> Iterator[Problem]:
        """What is new in a page and could be wrong though it is shown: it is recorded only if it is `accepted` by name.

        A rounding; a number of a new sentence that may be another; what takes the place of what holds; a few words. The
        command in each message accepts all that the page leaves in doubt.
        """
        doubted = list[tuple[Entry, str, str]]()
        for entry, line, shown in (new for new in self.news() if new[0].line[0] != "="):
            found = {token: f"{by}, to fewer digits" for token, by, _ in entry.tokens if by.startswith("rounds")}
            if few := _reworded(line, entry.line):
                found[few] = "is all that has changed in its sentence"
            found |= dict(_misplaced(entry)) if not line else {}
            for was, now in _replaced(line, entry.line):
                is_computed = re.search(rf"\n\t{re.escape(was)}\t(?:code|figure|output|rounds)", shown)
                if not is_computed or numbers.source(was, entry.section.computed):
                    token = "formula" if now[0] == "$" else now.strip("]()")
                    found[token] = f"takes the place of {was}, which holds there still"
            doubted += [(entry, token, why) for token, why in found.items()]
        left = [each for each in doubted if each[1] not in accepted and not set(each[1].split()) <= set(accepted)]
        all_of_them = " ".join(dict.fromkeys([*accepted, *(token for _, token, _ in left)]))
        for entry, token, why in left:
            yield self.problem(entry, token, f" {why}; if it is right: {self.page.accept} accept={all_of_them!r}")


@dataclasses.dataclass
class Report:
    """What is new in the records of the pages looked at, every Problem, and how much the records hold."""

    news: list[str] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)
    entries: list[Entry] = dataclasses.field(default_factory=list)

    def __str__(self) -> str:
        shown = sum(bool(by) for entry in self.entries for _, by, _ in entry.tokens)
        counts = f"{len(self.entries)} sentences with {shown} numbers and claims, {len(self.problems)} problems"
        return "\n".join([*self.news, *map(str, self.problems), counts])

    def settle(self, audited: Audit, accepted: Collection[str]) -> None:
        """Write a record if all that is new in it is well shown, or `accepted`; note what is new, and what is wrong."""
        self.news += [f"new under {each.section.heading!r}: {each}" for each, _, _ in audited.news()]
        wrong = audited.problems or list(audited.doubts(accepted))
        if not wrong:
            write_at_once(audited.page.record, audited.text)
        self.problems += wrong
        self.entries += audited.entries


def audit(found: Project, article: articles.Article) -> Audit:
    """What a page asserts, and a Problem for each number and each claim that nothing shows."""
    page, tree = found.pages[article.path], assertions.parse(article.html)
    on_page = assertions.read(tree, {key(text): str(each) for each in page.includes if (text := found.text(each))})
    named = {name: str(said) for name, said in article.meta.items()}  # such as its description, or another title
    whole = Section("(the whole page)", sentences=assertions.spoken(named))
    whole.computed += [number for section in on_page for number in section.computed]
    shown = {each.path.parent: each for name in page.includes if (each := found.snippets.get(name.snippet))}
    typed = [_typed(path, text) for each in shown.values() for path, text in each.data.items()]
    audited = judge(page, [*on_page, whole, *typed], quotable(found, tree))
    audited.problems += blocks.problems(found, page, tree)
    return audited


def _typed(path: Path, text: str) -> Section:
    """What a data file says, line by line; of JSON, which is long, a digest."""
    digest = verbatim("=", f"{path.name}: {hashlib.sha256(text.encode()).hexdigest()}")
    return Section(path.name, 0, digest if path.suffix == ".json" else verbatim(";", text), source=Source(path, text))


def judge(page: Source, sections: Sequence[Section], quotable: Collection[str]) -> Audit:
    """What the Sections of a page assert. `quotable` are the numbers that the ledger lists for its source."""
    audited = Audit(page)
    everywhere = [text for section in sections for text in section.outputs]
    for section in sections:
        outputs = everywhere if section.level == 1 else section.outputs
        for sentence in section.sentences:
            tokens = [*numbers.judge(sentence, section.computed, quotable), *claims.judge(sentence, outputs)]
            entry = Entry(section, str(sentence), tokens)
            audited.entries.append(entry)
            audited.problems += [audited.problem(entry, words, f": {wrong}") for words, _, wrong in tokens if wrong]
    return audited


def quotable(found: Project, article: lxml.html.HtmlElement) -> set[str]:
    """The numbers that the ledger lists for the sources to whose part a page links; for all if it links to none."""
    linked = {link.partition("#")[2] for link in article.xpath(".//a/@href") if re.search(r"ledger(/|\.md)#", link)}
    listed = [row for row in found.printed if not linked or slugify(row[0], "-") in linked]
    return {number for row in listed for number in row[2].split()}


def compare(audited: Audit) -> list[Problem]:
    """Why a page must not be published: what nothing shows, or else where it first differs from its record."""
    page = audited.page
    if audited.problems or page.asserted == audited.text:
        return audited.problems
    diff = transcripts.unified_diff(page.record, page.asserted, audited.text)
    wrong = f"what it asserts is not as recorded; if it is right: {page.accept}\n{diff}"
    return [next((audited.problem(new, "", wrong) for new, _, _ in audited.news()), Problem(page.path, 0, wrong))]


def audits(found: Project, only: str = "") -> Iterator[Audit]:
    """What each chosen page asserts; of one that cannot be rendered, nothing, and why."""
    for page in project.chosen(found, only):
        missing = list(include_rules.unrendered(found, page))
        try:
            yield Audit(page, problems=missing) if missing else audit(found, articles.render_one(found, page.path))
        except Problem as problem:
            yield Audit(page, problems=[problem])


def orphans(found: Project) -> list[Problem]:
    """A Problem for each record whose page is gone."""
    left = found.files - {page.record for page in found.pages.values()} - {found.root / project.SITE}
    return [Problem(path, 0, "its page is gone; delete it") for path in sorted(left) if path.suffix == ".asserted"]


def check(found: Project, only: str = "") -> Report:
    """What `record` would write, and every Problem, those of records that differ among them."""
    looked_at = list(audits(found, only))
    problems = [problem for audited in looked_at for problem in compare(audited)]
    return Report([], orphans(found) + problems, [entry for audited in looked_at for entry in audited.entries])


def record(root: Path, only: str = "", accepted: Collection[str] = ()) -> Report:
    """Write the record of each chosen page if everything new in it is well shown, or `accepted`; a Report."""
    found = project.read(root)
    report = Report(problems=orphans(found))
    for audited in audits(found, only):
        report.settle(audited, accepted)
    return report


def _misplaced(entry: Entry) -> Iterator[tuple[str, str]]:
    """Each number in digits that does not stand in the line with most words of the sentence, and which line has."""
    said = [token for token, by, _ in entry.tokens if by.startswith(("code", "output", "figure"))]
    for token in said:
        if not token.isalpha() and (rival := numbers.rival(token, entry.line, said, entry.section.computed)):
            yield token, f"may be another number: more of the sentence stands in the output {rival!r}"


def _reworded(old: str, new: str) -> str:
    """The few words of a sentence that are new, or else those that are gone, if no more has changed."""
    words = list(difflib.ndiff(_said(old), _said(new)))
    come, gone = ([word[2:] for word in words if word[0] == sign] for sign in "+-")
    return " ".join(dict.fromkeys(come or gone)) if old and max(len(come), len(gone)) <= FEW else ""


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
