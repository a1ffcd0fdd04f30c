"""What every page asserts is shown under its own heading, and is what was recorded."""

import dataclasses
import re

import pytest

from tests.support.gate import refuse
from tests.support.pages import article, found
from tests.support.project import EVERY_PAGE, PAGES, name
from tools.pages import blocks, records

DIGIT_IN_PROSE = re.compile(r"(?<=<p>)([^<]*?)(\d)(?=[^\d<]*<)")


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_what_a_page_asserts_is_shown_and_as_recorded(page):
    refuse(records.compare(records.audit(found(), article(page))))


SOME = [pytest.param(page, marks=[pytest.mark.ci] * (k % 6 > 0)) for k, page in enumerate(EVERY_PAGE)]


@pytest.mark.parametrize("page", SOME, ids=name)
def test_a_digit_changed_on_a_page_differs_from_its_record(page):
    html, count = DIGIT_IN_PROSE.subn(lambda at: f"{at[1]}{(int(at[2]) + 1) % 10}", article(page).html, count=1)
    if count:
        assert records.compare(records.audit(found(), article(page)._replace(html=html)))


DATA = {  # a file beside the snippets of a page, and what is changed there
    "guides/translate.md": ("keras_output.txt", "0.3212"),
    "reference/corrections.md": ("corrections.txt", "11-26"),
    "reference/ledger.md": ("printed.txt", "2.5 "),
    "reference/sources.md": ("why_nllloss.txt", "holds"),
    "reference/versions.md": ("torch-2.5.1.json", "1"),
}


@pytest.mark.parametrize("page", [page for page in PAGES if name(page) in DATA], ids=name)
def test_a_change_of_data_names_the_file_and_of_text_the_line(page, monkeypatch):
    file, part = DATA[name(page)]
    monkeypatch.setattr(blocks, "problems", lambda *_: [])  # the blocks are those of the data as they are

    def changed(path, text):
        return text.replace(part, "9", 1) if path.name == file else text

    def with_changed_data(snippet):
        return dataclasses.replace(snippet, data={path: changed(path, text) for path, text in snippet.data.items()})

    scripts = {path: with_changed_data(snippet) for path, snippet in found().snippets.items()}
    [problem] = records.compare(records.audit(dataclasses.replace(found(), snippets=scripts), article(page)))
    text = next(script.data[problem.path] for script in found().snippets.values() if problem.path in script.data)
    line = text[: text.index(part)].count("\n") + 1
    assert problem.path.name == file and (file.endswith(".json") or problem.line == line)


def test_every_record_has_a_page():
    refuse(records.orphans(found()))
    recorded = [page.asserted for page in found().pages.values()]
    assert sum(text.count("\n- ") for text in recorded) > 1000 and all(recorded)
