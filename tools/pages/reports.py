"""Reads reports of trouble with the sections that explain them, and what was learned from these about words."""

import hashlib
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tools.examples.files import Problem, read_if_there
from tools.pages import messages, page_sections
from tools.pages.page_sections import Section
from tools.pages.project import Project, Source

FOLDER = "snippets/guides/debug"
REPORTS = f"{FOLDER}/reports.json"  # of others, each with its source
PASTED = f"{FOLDER}/pasted.json"  # texts as people paste them
QUESTIONS = f"{FOLDER}/questions.json"  # in whole sentences, by section
LEARNED = f"{FOLDER}/learned.json"
NAMED = "**Also called** "
BEGINNING = 5  # letters by which a word is told, so that `train` is also `training`
LONGEST = 5  # characters of a number
# As in docs/assets/finder/reports.js.
WORD = re.compile(r"[a-z_]{2,}")
NUMBER = re.compile(r"(?<![a-z0-9_.])-?[0-9]+(?:\.[0-9])?")  # of a decimal, its first digit
SIGN = re.compile(r"(?<![a-z])[a-z]{1,6}[0-9]+|%|\?|grad_fn|torch\.size|\[\[|->")


class Report(NamedTuple):
    """The tokens of a text, and the sections that explain it."""

    tokens: frozenset[str]
    sections: list[Section]


class Learned(NamedTuple):
    """What tokens say of sections, in the steps of tools/maintenance/learn.py.

    `rarity` is how rare each token is among reports, `weights` what it adds to which sections, `alone` what a section
    has before any token. docs/assets/finder/reports.js adds them up. `of` is the fingerprint of the reports.
    """

    of: str
    alone: dict[Section, float]
    rarity: dict[str, int]
    weights: dict[str, dict[Section, int]]


def tokens(text: str) -> frozenset[str]:
    """The beginnings of the words of a text, its numbers to the first decimal, and signs such as `float16` or `%`."""
    text = text.lower()
    numbers = (number for number in NUMBER.findall(text) if len(number) <= LONGEST)
    return frozenset({word[:BEGINNING] for word in WORD.findall(text)}.union(numbers, SIGN.findall(text)))


def pasted(project: Project) -> list[Report]:
    """Texts as people paste them.

    A Problem is raised if an entry is not whole, or leads to no section; so it is by `others`.
    """
    return list(_entries(project.root / PASTED, page_sections.by_address(project), "tokens"))


def others(project: Project) -> list[Report]:
    """Reports of others, as their words, questions in whole sentences, messages, and the names of each section."""
    parts = page_sections.by_address(project)
    return [
        *_entries(project.root / REPORTS, parts, "words", "source"),
        *_questions(project.root / QUESTIONS, parts),
        *(Report(tokens(message.text), [message.section]) for message in messages.read(project)),
        *itertools.chain.from_iterable(map(_named, project.pages.values())),
    ]


def fingerprint(reports: Iterable[Report]) -> str:
    """A digest that changes when a report does."""
    lines = sorted(
        f"{sorted(words)} {sorted((part.page.name, part.anchor) for part in parts)}" for words, parts in reports
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _entries(path: Path, parts: Mapping[str, Section], field: str, *more: str) -> Iterator[Report]:
    """The entries of a list, each with its text in a field, its sections, and perhaps more; none of these is empty."""
    written, entry = read_if_there(path) or "[]", None
    try:
        for entry in json.loads(written):
            if empty := [name for name in (field, "sections", *more) if not entry[name]]:
                raise ValueError(f"no {' and no '.join(empty)}")
            yield Report(tokens(entry[field]), [parts[address] for address in entry["sections"]])
    except json.JSONDecodeError as error:
        raise Problem(path, error.lineno, f"is not JSON: {error.msg}") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        wrong = f"has an entry that is not whole, or leads to no section: {error}"
        raise Problem(path, _line(written, entry, field), wrong) from None


def _line(written: str, entry: Any, field: str) -> int:
    """The line of the file on which the text of an entry stands, 0 if it has none."""
    at = written.find(json.dumps(entry.get(field), ensure_ascii=False)) if isinstance(entry, dict) else -1
    return written.count("\n", 0, at) + 1 if at >= 0 else 0


def _questions(path: Path, parts: Mapping[str, Section]) -> Iterator[Report]:
    """The questions of each address; these are lists, since each letter of a text would be a question."""
    try:
        for address, texts in json.loads(read_if_there(path) or "{}").items():
            if not isinstance(texts, list):
                raise Problem(path, 0, f"has no list of questions for {address}")
            yield from (Report(tokens(text), [parts[address]]) for text in texts)
    except json.JSONDecodeError as error:
        raise Problem(path, error.lineno, f"is not JSON: {error.msg}") from None
    except KeyError as error:
        raise Problem(path, 0, f"leads to a section that is not there: {error}") from None


def _named(page: Source) -> Iterator[Report]:
    for part in page_sections.read(page):
        for _, text in page_sections.paragraphs(page, part):
            if text.startswith(NAMED):
                yield Report(tokens(f"{part.title} {text.removeprefix(NAMED)}"), [part])


def learned(project: Project) -> Learned:
    """What was learned of the words, nothing if the project has no such file.

    A Problem is raised if it is no JSON, such as after a merge, or leads to a section that is no longer there.
    """
    path = project.root / LEARNED
    parts = page_sections.by_address(project)
    try:
        of, sections, words = json.loads(read_if_there(path) or '["", [], {}]')
        known = [parts[address] for address, _ in sections]
    except json.JSONDecodeError as error:
        raise Problem(path, error.lineno, f"is not JSON, {error.msg}: run `make learn`") from None
    except KeyError as error:
        raise Problem(path, 0, f"leads to a section that is not there, {error}: run `make learn`") from None
    return Learned(
        of,
        {part: alone for part, (_, alone) in zip(known, sections, strict=True)},
        {word: numbers[0] for word, numbers in words.items()},
        {
            word: {known[place]: weight for place, weight in zip(numbers[1::2], numbers[2::2], strict=True)}
            for word, numbers in words.items()
        },
    )
