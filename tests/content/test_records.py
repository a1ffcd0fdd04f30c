"""What every page asserts is shown under its own heading, and is what was recorded."""

import re

import pytest

from tests.support.gate import refuse
from tests.support.pages import article, found
from tests.support.project import NOTEBOOKS, PAGES, name
from tools.pages import records

EVERY_PAGE = [*PAGES, *NOTEBOOKS]
DIGIT_IN_PROSE = re.compile(r"(?<=<p>)([^<]*?)(\d)(?=[^\d<]*<)")


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_what_a_page_asserts_is_shown_and_as_recorded(page):
    refuse(records.refused(found(), article(page)))


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name)
def test_a_digit_changed_on_a_page_differs_from_its_record(page):
    html, count = DIGIT_IN_PROSE.subn(lambda at: f"{at[1]}{(int(at[2]) + 1) % 10}", article(page).html, count=1)
    if count:
        assert records.refused(found(), article(page)._replace(html=html))


def test_every_record_has_a_page():
    refuse(records.orphans(found()))
    recorded = [page.asserted for page in found().pages.values()]
    assert sum(text.count("\n- ") for text in recorded) > 1000 and all(recorded)
