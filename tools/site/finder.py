"""Writes what the box on the debugging page looks up: messages with meaning and fix, words with their sections."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from tools.examples.files import write_at_once
from tools.pages import messages, page_sections, reports
from tools.pages.messages import Message
from tools.pages.page_sections import Section
from tools.pages.project import Project, Source
from tools.pages.reports import Learned
from tools.site.rendered_site import RenderedSite

FOLDER = "assets/finder"
WORD = re.compile(r"\d?[a-z_]\w*")  # as in docs/assets/finder/messages.js
MOST = 8  # words of a message
LONGEST = 160  # characters of how a section begins
TITLE = re.compile(r"[^\w\s-]")

Row = tuple[str, int, int]  # words, answer, versions: the places of the last two in their lists
Written = list[int | str]


class Tables(TypedDict):
    """The lists in the file.

    `places` are sections: page, title, and anchor unless the title makes it. `answers` are place, meaning and fix,
    `messages` words, answer and versions: of each, all places come first, then all meanings. `versions` say a message:
    joined, and led by "Quoted" if no example raises it. The place of an answer and the answer of a message are written
    as steps from those before. All that compresses better.
    """

    pages: list[str]
    places: list[Written]
    answers: list[Written]
    versions: list[str]
    messages: list[Written]


class Words(TypedDict):
    """What the tokens of a text say of sections.

    A section is its address, its title, its score before any token, and how it begins. A token has its rarity, and then
    places of sections, each followed by what it adds.
    """

    sections: list[tuple[str, str, float, str]]
    words: dict[str, list[int]]


def write(site: RenderedSite, project: Project, named: list[list[str]]) -> None:
    """Write three files into the folder of the site, if it has the box; what leads to pages that it lacks stays out.

    `named` are the sections with their names, as `search_names.sections` returns them.
    """
    urls = {Path(page.file.abs_src_path or ""): page.url for page in site.pages}
    folder = site.folder / FOLDER
    if not folder.is_dir():
        return
    found = [*messages.symptoms(project), *messages.read(project)]
    tables = tabulate([message for message in found if message.section.page in urls], urls)
    weighed = words(reports.learned(project), project, urls)
    tables_of = {"messages.json": tables, "reports.json": weighed, "headings.json": named}
    for name, table in tables_of.items():
        write_at_once(folder / name, json.dumps(table, ensure_ascii=False, separators=(",", ":")))


def words(learned: Learned, project: Project, urls: dict[Path, str]) -> Words:
    """What was learned of the sections that are on the site, as lists of places."""
    shown = [section for section in learned.alone if section.page in urls]
    places = {section: place for place, section in enumerate(shown)}
    return {
        "sections": [
            (
                f"{urls[section.page]}#{section.anchor}",
                section.title,
                learned.alone[section],
                _beginning(project.pages[section.page], section),
            )
            for section in shown
        ],
        "words": {
            token: [
                rarity,
                *(
                    n
                    for section, added in learned.weights[token].items()
                    if section in places
                    for n in (places[section], added)
                ),
            ]
            for token, rarity in learned.rarity.items()
        },
    }


def _beginning(page: Source, section: Section) -> str:
    """The first sentences of a section, unless they are long, or their paragraph has a formula or leads to one."""
    texts = (text for _, text in page_sections.paragraphs(page, section) if text[0].isalpha() or text[0] == "`")
    first = next((text for text in texts if not text.endswith("?")), "")  # which a question to the reader does
    said = page_sections.shorten(first) if first.endswith((".", ":")) and "$" not in first else ""
    return said if len(said) <= LONGEST else ""


def tabulate(found: list[Message], urls: dict[Path, str]) -> Tables:
    """The messages as places in lists: what many share is written once.

    Of those with the same words, the first counts whose meaning is told.
    """
    pages, places, answers, versions = (dict[tuple[int | str, ...], int]() for _ in range(4))
    chosen = dict[str, Message]()
    rows = list[Row]()
    for message in found:
        words = " ".join(WORD.findall(message.text.lower())[:MOST])
        if words not in chosen or (message.means and not chosen[words].means):
            chosen[words] = message
    for words, message in chosen.items():
        part = message.section
        page = pages.setdefault((urls[part.page],), len(pages))
        anchor = [] if _anchor(part.title) == part.anchor else [part.anchor]
        place = places.setdefault((page, part.title, *anchor), len(places))
        answer = answers.setdefault((place, message.means, message.fix), len(answers))
        said = ", ".join(message.versions)
        by = versions.setdefault((f"Quoted: {said}" if message.source else said,), len(versions))
        rows.append((words, answer, by))
    return {
        "pages": [str(page) for (page,) in pages],
        "places": [list(place) for place in places],
        "answers": _in_columns(list(answers), 0),
        "versions": [str(said) for (said,) in versions],
        "messages": _in_columns(rows, 1),
    }


def _in_columns(rows: Sequence[tuple[int | str, ...]], at: int) -> list[Written]:
    """The columns of rows, one with each number as the difference from that of the row before."""
    columns = [[row[place] for row in rows] for place in range(3)]
    numbers = [int(number) for number in columns[at]]
    columns[at] = [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]
    return columns


def _anchor(title: str) -> str:
    return re.sub(r"[-\s]+", "-", TITLE.sub("", title.lower()).strip())
