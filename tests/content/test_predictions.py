"""A prediction asks once, has one right answer, and each wrong one differs from it and says whose mistake it is."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.support.built_site import article
from tests.support.gate import refuse
from tests.support.project import EVERY_PAGE, name

HOLDING = [page for page in EVERY_PAGE if "<loss-prediction" in page.read_text(encoding="utf-8")]
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def choices(prediction):
    """What can be answered, the right answer first, with the reasons."""
    items = prediction.details.ul.find_all("li", recursive=False)
    bold = [item.find("strong") for item in items]
    texts = [tag.get_text().removesuffix(".") if tag else "" for tag in bold]
    return [(text, item.get_text().strip().removeprefix(f"{text}.").strip()) for text, item in zip(texts, items)]


def apart(text, other, decimals):
    """Whether no typed number is near both."""
    return abs(float(text) - float(other)) >= (2 * 10**-decimals if decimals else 1)


def faults(prediction):
    """What is wrong with a prediction, in sentences."""
    if not prediction.get("id", "").startswith("predict-"):
        yield "its id must begin with predict-"
    if not prediction.details or not prediction.details.ul:
        yield "it has no folded answer with a list of choices"
        return
    found, decimals = choices(prediction), prediction.get("decimals")
    outputs = " ".join(block.get_text() for block in prediction.select(".output"))
    yield from faults_of_choices(found, outputs)
    if decimals is not None:
        yield from faults_of_numbers([text for text, _ in found], int(decimals))


def faults_of_choices(found, outputs):
    """What is wrong with choices, given what is printed beside them."""
    texts = [text for text, _ in found]
    if len(found) < 2 or len(set(texts)) < len(found):
        yield "it needs at least two choices, each once"
    for text, reason in found:
        if not text or not reason:
            yield f"the choice {text!r} must be in bold, with a full stop and a reason behind it"
        if NUMBER.fullmatch(text) and text not in outputs:
            yield f"{text} is not in the output of its answer"


def faults_of_numbers(texts, decimals):
    """What is wrong with an answer that is typed, and its mistakes."""
    if not all(NUMBER.fullmatch(text) for text in texts):
        yield "a typed answer and its mistakes are numbers"
    elif not all(apart(texts[0], text, decimals) for text in texts[1:]):
        yield f"a mistake is too near the answer to tell them apart at {decimals} decimals"


def in_html(text):
    return BeautifulSoup(text, "html.parser").find("loss-prediction")


@pytest.mark.parametrize("page", HOLDING, ids=name)
def test_every_prediction_has_one_answer_and_mistakes_that_are_told_apart(page, site):
    found = article(site, page).find_all("loss-prediction")
    refuse([f"{each.get('id')}: {fault}" for each in found for fault in faults(each)])


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("<li><strong>1.</strong> So.</li>", "at least two"),
        ("<li><strong>1.</strong> So.</li><li><strong>2.</strong></li>", "a reason"),
        ("<li><strong>1.</strong> So.</li><li>2. Or so.</li>", "in bold"),
        ("<li><strong>1.</strong> So.</li><li><strong>3.</strong> Or so.</li>", "not in the output"),
        ("<li><strong>1.</strong> So.</li><li><strong>nan</strong> Or so.</li>", "are numbers"),
        ("<li><strong>1.01.</strong> So.</li><li><strong>1.02.</strong> Or so.</li>", "too near"),
    ],
)
def test_a_prediction_that_cannot_be_judged_is_refused(answer, fault):
    folded = f"<details><ul>{answer}</ul><pre class='output'>1 2 1.01 1.02</pre></details>"
    prediction = in_html(f"<loss-prediction id='predict-x' decimals='2'>{folded}</loss-prediction>")
    assert fault in " ".join(faults(prediction))
