"""Where the prose claims a relation in words, output beside it shows it, or a section to which it links."""

import pytest

from tests.support.gate import refuse
from tests.support.pages import article
from tests.support.project import NOTEBOOKS, PAGES, name
from tools.pages import claims


@pytest.mark.parametrize("page", [*PAGES, *NOTEBOOKS], ids=name)
def test_every_claim_is_shown(page):
    refuse(claims.unshown(page, article(page).html))
