"""Weighs words: to which sections they lead, by the reports that these explain and by the words that these have."""

import collections
import itertools
import json
import math
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tools.examples.files import Problem, read_if_there
from tools.pages import page_sections, section_words
from tools.pages.page_sections import Section
from tools.pages.project import Project, Source
from tools.pages.section_words import NAMED, Counts, beginnings

FILE = "snippets/guides/debug/reports.json"
SMOOTHING = 3  # reports that are added to each word
STEPS = 2  # of a weight, in 1
OF_TEXT = 0.4  # what the words of a section itself add, where its reports add 1

Added = dict[tuple[str, Section], float]  # what a word adds to a section


class Report(NamedTuple):
    """The beginnings of the words of a report, without numbers, and the sections that explain it.

    The names of a section are a report that it explains.
    """

    words: frozenset[str]
    sections: list[Section]


class Weights(NamedTuple):
    """What each word, and any word, adds to a section."""

    of_words: dict[str, dict[Section, int]]
    of_any: dict[Section, float]


def read(project: Project) -> list[Report]:
    """The reports of a project, from the file, if it has one, and from its pages.

    A Problem is raised if an entry is not whole, or leads to no section.
    """
    path = project.root / FILE
    parts = page_sections.by_address(project)
    text = read_if_there(path) or "[]"
    told, entry = list[Report](), None
    try:
        for entry in json.loads(text):
            told.append(_told(entry, parts))
    except json.JSONDecodeError as error:
        raise Problem(path, error.lineno, f"is not JSON: {error.msg}") from None
    except (ValueError, KeyError, TypeError) as error:
        wrong = f"has an entry that is not whole, or leads to no section: {error}"
        raise Problem(path, _line(text, entry), wrong) from None
    return [*told, *itertools.chain.from_iterable(map(_named, project.pages.values()))]


def _line(text: str, entry: Any) -> int:
    """The line of the file on which the words of an entry stand, 0 if it has none."""
    at = text.find(json.dumps(entry.get("words"), ensure_ascii=False)) if isinstance(entry, dict) else -1
    return text.count("\n", 0, at) + 1 if at >= 0 else 0


def _told(entry: dict[str, Any], parts: dict[str, Section]) -> Report:
    if not entry["source"]:
        raise ValueError("no source")
    return Report(beginnings(entry["words"]), [parts[address] for address in entry["sections"]])


def _named(page: Source) -> Iterator[Report]:
    for part in page_sections.read(page):
        for _, text in page_sections.paragraphs(page, part):
            if text.startswith(NAMED):
                yield Report(beginnings(f"{part.title} {text.removeprefix(NAMED)}"), [part])


def weigh(reports: Iterable[Report], counts: Counts | None = None) -> Weights:
    """What words add to the sections that reports with them explain, and to those that have them."""
    added, of_any = _by_reports(list(reports))
    for pair, more in section_words.relevance(counts or {}):
        added[pair] += OF_TEXT * more
    of_words = {word: dict[Section, int]() for word in sorted({word for word, _ in added})}
    for (word, section), weight in added.items():
        of_any.setdefault(section, 0)
        if steps := round(STEPS * weight):
            of_words[word][section] = steps
    return Weights(of_words, {section: STEPS * each for section, each in of_any.items()})


def _by_reports(reports: list[Report]) -> tuple[Added, dict[Section, float]]:
    """Complement naive Bayes: a word counts for a section as far as the reports of all others lack it.

    Rennie, Shih, Teevan and Karger, Tackling the poor assumptions of naive Bayes text classifiers, ICML 2003.
    """
    shared = collections.Counter(itertools.chain.from_iterable(report.words for report in reports))
    rare = {word: 1 + math.log(len(reports) / count) for word, count in shared.items()}
    among = collections.defaultdict[Section, dict[str, float]](lambda: collections.defaultdict(float))
    whole = collections.defaultdict[str, float](float)
    for words, sections in reports:
        length = math.hypot(*(rare[word] for word in words))
        for section, word in itertools.product(sections, words):
            share = rare[word] / length / len(sections)
            among[section][word] += share
            whole[word] += share
    added = collections.defaultdict[tuple[str, Section], float](float)
    for section, counts in among.items():
        for word, count in counts.items():
            smoothed = whole[word] + SMOOTHING
            added[word, section] = rare[word] * math.log(smoothed / (smoothed - count))
    total, usual = sum(whole.values()) + SMOOTHING * len(rare), sum(rare.values()) / (len(rare) or 1)
    return added, {section: usual * math.log(1 - sum(counts.values()) / total) for section, counts in among.items()}
