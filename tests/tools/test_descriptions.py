"""The gate over the pages' descriptions refuses one that is missing, unfit in length, or another page's."""

import pytest

from tests.support import descriptions
from tests.support.project import PAGES


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Too short to say what is there.",
        "x" * 161,
        "That of another page, word for word, and long enough otherwise.",
    ],
)
def test_an_unfit_description_is_seen(text):
    fit = {
        PAGES[0]: "That of another page, word for word, and long enough otherwise.",
        PAGES[1]: "A page about the softmax of three logits and its loss.",
    }
    assert not list(descriptions.unfit(fit))
    found = [problem.path for problem in descriptions.unfit({**fit, PAGES[2]: text})]
    assert PAGES[2] in found and PAGES[1] not in found
