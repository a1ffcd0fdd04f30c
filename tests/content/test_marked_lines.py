"""The lines that `hl_lines` of a fence marks are in its output: a mark beyond the end shows nothing."""

import pytest

from tests.support import blocks
from tests.support.gate import refuse
from tests.support.pages import soup
from tests.support.project import PAGES, name


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_marked_lines_are_there(page):
    refuse(blocks.unmarked(page, page.read_text(encoding="utf-8"), soup(page)))
