"""The corrections are newest first, complete and printed; each links to a section, and types no number of its own.

What they took back stands on no page again.
"""

import re

import pytest

from tests.support.gate import refuse
from tests.support.pages import anchors
from tests.support.project import EVERY_PAGE, ROOT, name
from tools.examples.files import Problem, read_if_there, read_text

DATA = ROOT / "snippets/reference/corrections/corrections.txt"
ROW = "2026-11-25|Home|index.md#learn|<q>4 steps</q>|Three.|count"
# Of links, code and emphasis, and of a notebook's comments.
MARKUP = re.compile(r"\]\([^)]*\)|[`*\[\]]|^# (?=\S)", re.MULTILINE)
FAULTS = {
    "is newer than the row before": (ROW.replace("25", "24"), ROW),
    "has an empty cell, or not six": (ROW.replace("Three.", ""),),
    "links to where nothing is": (ROW.replace("learn", "nowhere"),),
    "types a number outside quotation and code": (ROW.replace("Three", "3"),),
    "is not printed": (ROW.replace("Three", "Thirteen"),),
}


def exists(page, anchor):
    """Whether a section of a page has this anchor, or another element does, such as one for the name it had before."""
    path = ROOT / "docs" / page
    return anchor in anchors(path) or f'id="{anchor}"' in read_if_there(path)


def problems(rows, printed):
    """A Problem for each row of the data with one of the FAULTS."""
    for number, (before, row) in enumerate(zip((ROW.replace("2026", "9999"), *rows), rows, strict=False), 2):
        cells = row.split("|")
        page, _, section = cells[2].partition("#")
        holds = (
            cells[0] <= before[:10],
            len(cells) == 6 and all(cells),
            exists(page, section),
            not re.search(r"\b\d", re.sub("<q>.*?</q>|`.*?`", "", "".join(cells[3:]))),
            " | ".join(cells[3:]) in printed,
        )
        yield from (Problem(DATA, number, fault) for fault, held in zip(FAULTS, holds, strict=True) if not held)


@pytest.mark.parametrize("transcript", [DATA.with_suffix(".out")], ids=["reference/corrections/corrections.out"])
def test_every_row_is_in_order(transcript):
    refuse(problems(read_text(DATA).split("\n")[1:-1], read_text(transcript)))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_seen(fault):
    assert fault in "".join(map(str, problems(FAULTS[fault], " | ".join(ROW.split("|")[3:]))))
    assert not list(problems([ROW, ROW], ROW.replace("|", " | ")))


def said_again(page, text):
    """A Problem for each whole sentence in a page's Markdown that a row of the data quotes as wrong."""
    text = " ".join(MARKUP.sub("", text).split())
    for number, row in enumerate(read_text(DATA).split("\n"), 1):
        for sentence in re.findall(r"<q>([A-Z][^<]* [^<]* [^<]* [^<]*\.)</q>", row):
            if MARKUP.sub("", sentence) in text:
                yield Problem(page, 0, f"says again {sentence!r}, which line {number} of {DATA.name} took back")


@pytest.mark.parametrize("page", [page for page in EVERY_PAGE if page.stem != DATA.stem], ids=name)
def test_no_page_says_again_what_was_taken_back(page):
    refuse(said_again(page, read_text(page)))


def test_a_sentence_that_was_taken_back_is_seen():
    (problem,) = said_again(DATA, "# A [negative](a.md)\n# weight makes *it* `negative`. That is all.")
    assert "A negative weight makes it negative." in str(problem)
