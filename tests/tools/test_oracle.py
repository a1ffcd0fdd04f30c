"""The oracles disagree with a wrong formula, and with a number that is not the rounding of the exact one."""

import re

import pytest
from mpmath import mpf

from tests.support import oracles
from tests.support.project import ROOT

WRONG = {
    "a weighted mean divided by N": ("nll_loss_more", "/ w.sum()", "/ 4", "weight"),
    "a swapped target": ("nll_loss", "tensor([1])", "tensor([0])", "pick"),
    "a missing minus": ("cross_entropy", "print(-probs[1].log())", "print(probs[1].log())", "one"),
    "a logarithm to another base": ("at_a_glance", ".sum().log()", ".sum().log2()", "by_hand"),
    "a softmax along the wrong dimension": (
        "squared_error",
        "logits.softmax(dim=1) - t",
        "logits.softmax(dim=0) - t",
        "batch",
    ),
    "a gradient of the sum instead of the difference": (
        "same_number",
        "softmax(dim=1) - one_hot",
        "softmax(dim=1) + one_hot",
        "gradient",
    ),
    "an ignored row that counts": (
        "nll_loss_more",
        "losses[[0, 2, 3]].mean()",
        "losses[[0, 2, 3]].sum() / 4",
        "ignore",
    ),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_formula_disagrees(fault, run):
    idea, right, wrong, section = WRONG[fault]
    text = (ROOT / f"snippets/worked-examples/logits-to-loss/{idea}.py").read_text(encoding="utf-8")
    assert text.count(right) == 1
    done = run(**{idea: text.replace(right, wrong)})[idea]
    assert done.problem is None
    expected = oracles.module("worked-examples/logits-to-loss").ORACLE[f"{idea}:{section}"]
    assert oracles.disagreements(done.outputs[section], expected)


@pytest.mark.parametrize(
    "shown, exact", [("0.0", float("inf")), ("inf", 0), ("nan", 0), ("0.4077", mpf("0.40760596")), ("1", True)]
)
def test_a_number_that_is_not_the_exact_one_disagrees(shown, exact):
    assert not oracles.agrees(shown, exact)


@pytest.mark.parametrize("shown, exact", [("0.4076", mpf("0.40760596")), ("inf", float("inf")), ("True", True)])
def test_the_rounding_of_the_exact_number_agrees(shown, exact):
    assert oracles.agrees(shown, exact)


def test_a_disagreement_names_the_line_and_both_numbers():
    found = oracles.disagreements("loss: 0.5\ntensor([0.4077, 1])", [0.5, mpf("0.40760596"), 1])
    assert found == [(1, "prints 0.4077, expected 0.40760596")]


def test_a_problem_names_the_transcript_and_the_line(monkeypatch):
    transcript = ROOT / "snippets/worked-examples/logits-to-loss/nll_loss.out"
    oracle = oracles.module("worked-examples/logits-to-loss")
    for expected, wrong in {
        (mpf(1), mpf(2), mpf(3)): "expected 1.0",
        (mpf(1),): "numbers, expected 1",
        None: "recompute what 'nll_loss:pick' prints, in tests/content/oracles/worked-examples/logits-to-loss.py",
    }.items():
        monkeypatch.setattr(oracle, "ORACLE", {} if expected is None else {"nll_loss:pick": expected})
        first, *_ = map(str, oracles.problems(transcript, "pick"))
        assert re.search(r"logits-to-loss/nll_loss\.out:\d+: ", first)
        assert wrong in first


def test_a_number_where_none_was_expected_is_seen(monkeypatch):
    transcript = ROOT / "snippets/worked-examples/logits-to-loss/nll_loss.out"
    monkeypatch.setattr(
        oracles.module("worked-examples/logits-to-loss"), "NO_NUMBERS", {"nll_loss:pick"}, raising=False
    )
    assert "NO_NUMBERS says that it prints none" in str(next(oracles.problems(transcript, "pick")))
