"""The page about the sources has each of their entries, in order, and leads to sections that exist."""

import posixpath
import re

import pytest

from tests.support.gate import refuse
from tests.support.pages import anchors, tree
from tests.support.project import ROOT, name
from tools.examples.files import Problem, read_text
from tools.pages import assertions

PAGE = ROOT / "docs/reference/sources.md"
DATA, FIXTURES = ROOT / "snippets/reference/sources", ROOT / "tests/content/sources"
FILES = {  # a part of the page: its data, and the list of what its source holds
    "Why NLLLoss": (DATA / "why_nllloss.txt", FIXTURES / "003.txt"),
    "Cross entropy explained": (DATA / "cross_entropy_explained.txt", FIXTURES / "001.txt"),
    "Inside cross_entropy": (DATA / "inside_cross_entropy.txt", FIXTURES / "002.txt"),
    "CrossEntropyLoss vs. NLLLoss": (DATA / "crossentropyloss_nllloss.txt", FIXTURES / "000.txt"),
}
FINDING = re.compile(
    r"(?P<treated>holds|holds if .+|does not hold|shown|reproduced|(opinion|anecdote|not treated))(: .+)?\."
)
OF_THE_PAGE = pytest.mark.parametrize("page", [PAGE], ids=[name(PAGE)])


def noted(fixture):
    """The kind and the lines of each entry that a source has."""
    return [line.split(" | ")[:2] for line in read_text(fixture).splitlines() if not line.startswith("#")]


def wrong_entries(path, text, expected):
    """A Problem for the first line of the data that is not of the entry expected there."""
    found = [line.split("|")[:2] for line in text.splitlines()[1:]]
    for line, (entry, right) in enumerate(zip([*found, []], [*expected, []]), 2):
        if entry != right:
            yield Problem(path, line, f"has {' '.join(entry) or 'no entry'}, the source {' '.join(right) or 'no more'}")
            return


def tables(html):
    """The table of each part of the page, by its heading."""
    return {heading.text: heading.xpath("following::table")[0] for heading in html.iter("h2")}


def wrong_rows(page, table, expected):
    """A Problem for each row of a table that lacks something or leads nowhere, and for kinds other than noted."""
    rows = table.xpath(".//tbody/tr")
    if [row[0].text_content() for row in rows] != [kind for kind, _ in expected]:
        yield Problem(page, 0, "its table does not have the kinds of the source's entries")
    for row in rows:
        kind, says, finds = (cell.text_content().strip() for cell in row)
        [link] = row.xpath(".//a[@href]") or [None]
        label = "" if link is None else link.text_content()
        finding = FINDING.fullmatch(finds.removesuffix(label).strip() if label else f"{finds}.")
        if not (kind and says and finding):
            yield Problem(page, 0, f"the row of {says!r} says {finds!r}, which is no finding")
        elif link is None and not re.match("opinion|anecdote|not treated", finds):
            yield Problem(page, 0, f"the row of {says!r} leads to no section")
        elif link is not None and not exists(link.get("href")):
            yield Problem(page, 0, f"the row of {says!r} leads to {link.get('href')}, where nothing is")


def exists(address):
    """Whether an address, relative to that of the page, is that of a section of a page."""
    path, _, anchor = address.partition("#")
    place = posixpath.normpath(posixpath.join("reference/sources", path)).removesuffix(".py")  # of a notebook
    return any(anchor in anchors(ROOT / "docs" / f"{place}{end}") for end in (".md", ".py", "/index.md"))


@OF_THE_PAGE
def test_the_page_has_every_entry_of_the_sources(page):
    for path, fixture in FILES.values():
        refuse(wrong_entries(path, read_text(path), noted(fixture)))


@OF_THE_PAGE
def test_every_row_says_what_the_site_finds_and_where(page):
    shown = tables(tree(page))
    for part, (_, fixture) in FILES.items():
        refuse(wrong_rows(page, shown[part], noted(fixture)))


PLANTED = {
    "an entry left out": lambda lines: lines[:5] + lines[6:],
    "an entry more": lambda lines: [*lines, lines[-1]],
    "two entries exchanged": lambda lines: [*lines[:6], lines[7], lines[6], *lines[8:]],
    "another kind": lambda lines: [lines[0], lines[1].replace("claim", "code"), *lines[2:]],
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_wrong_entry_is_seen(fault):
    path, fixture = FILES["Cross entropy explained"]
    lines = read_text(path).splitlines()
    assert lines != PLANTED[fault](lines)
    assert list(wrong_entries(path, "\n".join(PLANTED[fault](lines)), noted(fixture)))


LINK = '<a href="../../worked-examples/{}">there</a>'


@pytest.mark.parametrize(
    "cells, problem",
    [
        (["claim", "Softmax", "holds. " + LINK.format("six-by-three/#picking-each-rows-target")], ""),
        (["claim", "Softmax", "holds if small. " + LINK.format("inside-cross-entropy/#and-in-one-call")], ""),
        (["claim", "Softmax", "opinion"], ""),
        (["code", "Softmax", "opinion"], "kinds"),
        (["claim", "", "opinion"], "no finding"),
        (["claim", "Softmax", ""], "no finding"),
        (["claim", "Softmax", "perhaps"], "no finding"),
        (["claim", "Softmax", LINK.format("six-by-three/#picking-each-rows-target")], "no finding"),
        (["claim", "Softmax", "holds"], "no section"),
        (["claim", "Softmax", "holds. " + LINK.format("six-by-three/#nowhere")], "nothing is"),
        (["claim", "Softmax", "holds. " + LINK.format("nowhere/#picking-each-rows-target")], "nothing is"),
        (["claim", "Softmax", "holds. " + LINK.format("six-by-three/")], "nothing is"),
    ],
)
def test_a_wrong_row_is_seen(cells, problem):
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    table = assertions.parse(f"<table><tbody><tr>{row}</tr></tbody></table>")
    found = [str(each) for each in wrong_rows(PAGE, table, [["claim", "1"]])]
    assert [problem in each for each in found] == [True] * bool(problem)
