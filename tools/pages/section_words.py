"""Counts the words of each section that explains something: its text, its names, and questions that it answers."""

import collections
import itertools
import json
import math
import re
from collections.abc import Iterator, Mapping

from tools.examples.files import Problem, read_if_there
from tools.pages import page_sections
from tools.pages.page_sections import Section
from tools.pages.project import Project, Source

FILE = "snippets/guides/debug/questions.json"
WORD = re.compile(r"[a-z_]{2,}")  # as in docs/assets/finder/reports.js
BEGINNING = 5  # letters by which a word is told, so that `train` is also `training`
NAMED = "**Also called** "
# Pages below docs/ whose sections explain something.
EXPLAINING = re.compile(r"(?:guides|understand|worked-examples|reference/(?:losses|glossary))\b.*\.md")
AS_NAME = 3  # mentions in the text, or in questions, that are worth one in a name
SOON = 1.2  # k of BM25: how soon further mentions add little
LENGTH = 0.75  # b of BM25: how much its length is held against a text

Counts = Mapping[Section, collections.Counter[str]]  # how often a section has each beginning of a word


def beginnings(text: str) -> frozenset[str]:
    """The first letters of each word of a text."""
    return frozenset(word[:BEGINNING] for word in WORD.findall(text.lower()))


def count(project: Project) -> Counts:
    """The words of each section that explains something; a Problem is raised if a question leads to no section."""
    pages = project.pages.values()
    kept = (page for page in pages if EXPLAINING.fullmatch(page.path.relative_to(project.root / "docs").as_posix()))
    counts = {part: _counted(page, part) for page in kept for part in page_sections.read(page)}
    for part, texts in _questions(project).items():
        for text in texts:
            counts.setdefault(part, collections.Counter()).update(beginnings(text))
    return counts


def _counted(page: Source, part: Section) -> collections.Counter[str]:
    texts = [text for _, text in page_sections.paragraphs(page, part)]
    names = [part.title, *(text for text in texts if text.startswith(NAMED))]
    words = WORD.findall(page_sections.plain("\n\n".join([*texts, *names * (AS_NAME - 1), part.title])).lower())
    return collections.Counter(word[:BEGINNING] for word in words)


def _questions(project: Project) -> dict[Section, list[str]]:
    path = project.root / FILE
    parts = page_sections.by_address(project)
    try:
        return {parts[address]: texts for address, texts in json.loads(read_if_there(path) or "{}").items()}
    except json.JSONDecodeError as error:
        raise Problem(path, error.lineno, f"is not JSON: {error.msg}") from None
    except KeyError as error:
        raise Problem(path, 0, f"leads to a section that is not there: {error}") from None


def relevance(counts: Counts) -> Iterator[tuple[tuple[str, Section], float]]:
    """BM25: a word counts for a section by its mentions there, the more the fewer sections have it.

    Robertson and Zaragoza, The probabilistic relevance framework: BM25 and beyond, 2009.
    """
    sections_with = collections.Counter(itertools.chain.from_iterable(counts.values()))
    usual = sum(each.total() for each in counts.values()) / (len(counts) or 1)
    for section, each in counts.items():
        longer = SOON * (1 - LENGTH + LENGTH * each.total() / usual)
        for word, mentions in each.items():
            rare = math.log(1 + (len(counts) - sections_with[word] + 0.5) / (sections_with[word] + 0.5))
            yield (word, section), rare * mentions * (SOON + 1) / (mentions + longer)
