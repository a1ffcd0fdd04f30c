"""Every number in the prose is computed under its own heading, and is the one that was recorded."""

import copy
import re

import pytest
from bs4 import NavigableString

from tests.support.gate import refuse
from tests.support.pages import article, found
from tests.support.project import NOTEBOOKS, PAGES, name
from tools.pages import number_records

EVERY_PAGE = [*PAGES, *NOTEBOOKS]


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_the_numbers_of_a_page_are_computed_and_as_recorded(page):
    refuse(number_records.refused(found(), article(page)))


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_a_digit_changed_on_a_page_differs_from_its_record(page):
    changed = article(page)._replace(html=copy.copy(article(page).html))
    ends = [p.contents[-1] for p in changed.html("p") if p.contents and re.search(r"\d", p.contents[-1].text)]
    texts = [end for end in ends if isinstance(end, NavigableString)]
    if texts:
        at = max(match.start() for match in re.finditer(r"\d", texts[0]))
        digit = (int(texts[0][at]) + 1) % 10
        texts[0].replace_with(NavigableString(f"{texts[0][:at]}{digit}{texts[0][at + 1 :]}"))
        assert number_records.refused(found(), changed)


def test_every_record_has_a_page():
    refuse(number_records.orphans(found()))
    records = [page.numbers for page in found().pages.values()]
    assert sum(record.count("\t") for record in records) > 100
