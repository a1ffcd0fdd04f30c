"""What every page asserts is shown under its own heading, and is what was recorded."""

import dataclasses
import re

import pytest

from tests.support.gate import refuse
from tests.support.pages import article, found
from tests.support.project import NOTEBOOKS, PAGES, ROOT, name
from tools.examples import snippets
from tools.examples.files import read_text
from tools.pages import records

EVERY_PAGE = [*PAGES, *NOTEBOOKS]
WITH_TEXTS = ("guides/translate.md", "reference/corrections.md", "reference/ledger.md", "reference/sources.md")
DIGIT_IN_PROSE = re.compile(r"(?<=<p>)([^<]*?)(\d)(?=[^\d<]*<)")


def typed(page):
    """The lines of the text files beside the snippets of a page."""
    texts = sorted(snippets.mirror(page, ROOT).glob("*.txt"))
    return {" ".join(line.split()) for path in texts for line in read_text(path).split("\n") if line.strip()}


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_what_a_page_asserts_is_shown_and_as_recorded(page):
    refuse(records.compare(records.audit(found(), article(page))))


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_a_digit_changed_on_a_page_differs_from_its_record(page):
    html, count = DIGIT_IN_PROSE.subn(lambda at: f"{at[1]}{(int(at[2]) + 1) % 10}", article(page).html, count=1)
    if count:
        assert records.compare(records.audit(found(), article(page)._replace(html=html)))


@pytest.mark.parametrize("page", [page for page in PAGES if name(page) in WITH_TEXTS], ids=name)
def test_each_line_of_a_text_beside_a_snippet_is_recorded_word_for_word(page):
    recorded, lines = set(found().pages[page].asserted.split("\n")), typed(page)
    assert len(lines) > 20 and {f"; {line}" for line in lines} <= recorded
    assert not {f"; {line.replace('holds', 'fails')}" for line in lines if "holds" in line} & recorded


DATA = {"guides/translate.md": ("keras_output.txt", "0.3212"), "reference/versions.md": ("torch-2.5.1.json", "1")}


@pytest.mark.parametrize("page", [page for page in PAGES if name(page) in DATA], ids=name)
def test_a_change_of_data_names_the_file_and_of_text_the_line(page):
    file, digits = DATA[name(page)]

    def changed(path, text):
        return text.replace(digits, "9", 1) if path.name == file else text

    def with_changed_data(snippet):
        return dataclasses.replace(snippet, data={path: changed(path, text) for path, text in snippet.data.items()})

    scripts = {path: with_changed_data(snippet) for path, snippet in found().snippets.items()}
    [problem] = records.compare(records.audit(dataclasses.replace(found(), snippets=scripts), article(page)))
    text = next(script.data[problem.path] for script in found().snippets.values() if problem.path in script.data)
    line = text[: text.index(digits)].count("\n") + 1
    assert problem.path.name == file and (file.endswith(".json") or problem.line == line)


def test_every_record_has_a_page():
    refuse(records.orphans(found()))
    recorded = [page.asserted for page in found().pages.values()]
    assert sum(text.count("\n- ") for text in recorded) > 1000 and all(recorded)
