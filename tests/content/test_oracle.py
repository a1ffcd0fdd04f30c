"""Every number that a transcript prints is the rounding of one that tests/content/oracles/ recomputes from its definition."""

import csv
import functools
import re

import numpy as np
import pytest
from mpmath import mp, mpf

from tests.content.oracles.definitions import cross_entropy
from tests.support import oracles as oracles_of
from tests.support.project import ROOT
from tools.examples import recording, snippets, transcripts

TOKEN = re.compile(r"(?<![\w.])-?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)(?!\w)|\bTrue\b|\bFalse\b")


def printed():
    """What each section prints, by its folder and name."""
    for path in snippets.find(ROOT):
        snippet = snippets.read(path)
        for name, text in transcripts.recorded_outputs(snippet).items():
            yield (path.parent.relative_to(ROOT / "snippets").as_posix(), f"{path.stem}:{name}"), text
    for notebook in recording.read_notebooks(ROOT):
        for name, text in transcripts.recorded_outputs(notebook).items():
            yield (notebook.folder.relative_to(ROOT / "snippets").as_posix(), name), text


@functools.cache
def oracles(what, empty=()):
    """What the modules under tests/content/oracles/ hold as `what`, by (folder, section)."""
    return {
        (folder, section): whole[section] if isinstance(whole, dict) else None
        for folder, module in oracles_of.modules().items()
        for whole in [getattr(module, what, empty)]
        for section in whole
    }


TRANSCRIPTS = {name: text for name, text in printed() if text}


def agrees(shown, exact, error=mpf(2) ** -22):
    """Whether a printed number is the exact one, but for a float32's relative error, rounded to the digits printed."""
    if shown in ("True", "False"):
        return shown == str(exact)
    if shown in ("nan", "inf", "-inf"):
        return str(float(exact)) == shown
    mantissa, _, power = shown.partition("e")
    unit = mpf(10) ** (int(power or 0) - len(mantissa.partition(".")[2]))
    within = unit / 2 + abs(exact) * error + mpf(2) ** -149
    return not isinstance(exact, bool) and mp.isfinite(exact) and abs(mpf(shown) - exact) <= within


def disagreements(text, expected):
    """What is printed and not expected, as sentences."""
    shown = TOKEN.findall(text)
    if len(shown) != len(expected):
        return [f"prints {len(shown)} numbers, expected {len(expected)}"]
    return [f"prints {s}, expected {e}" for s, e in zip(shown, expected) if not agrees(s, e)]


@pytest.mark.parametrize("name", TRANSCRIPTS, ids="/".join)
def test_prints_what_the_definition_gives(name):
    if name in oracles("NO_NUMBERS"):
        assert not TOKEN.findall(TRANSCRIPTS[name])
    elif name not in oracles("TESTED_ELSEWHERE"):
        assert name in oracles("ORACLE"), f"recompute what {name[1]} prints, in tests/content/oracles/{name[0]}.py"
        assert disagreements(TRANSCRIPTS[name], oracles("ORACLE")[name]) == []


def test_nothing_is_expected_of_a_section_that_is_gone():
    assert {*oracles("ORACLE"), *oracles("NO_NUMBERS"), *oracles("TESTED_ELSEWHERE")} <= TRANSCRIPTS.keys()


def test_the_hand_written_log_softmax_loses_digits():
    lines = TRANSCRIPTS["worked-examples/inside-cross-entropy", "cell-10"].splitlines()
    assert disagreements(lines[0], [cross_entropy([0, 1], 0)]) == []
    found = {(int(line[:2]), line.rsplit("  ")[-1]): "True" in line for line in lines[1:]}
    for offset in (
        0,
        40,
        80,
    ):  # the formula subtracts floats as large as the offset, whose neighbours lie this far apart:
        spacing = 2.0 ** (max(int(np.log2(offset + 1)), 0) - 23)
        assert found.pop((offset, "log_softmax")) == (spacing < 1e-6)
    assert set(found.values()) == {True}


def test_what_the_ledger_calls_recomputed_is_what_the_definitions_give():
    EXPRESSIONS = oracles_of.modules()["reference/ledger"].EXPRESSIONS

    tables = "".join(
        text for (folder, name), text in TRANSCRIPTS.items() if folder == "reference/ledger" and name != "ledger:totals"
    )
    rows = re.findall(r"^\| .+? \| (-?[\d.]+) \| (\S*) ?\| \w.*\|$", tables, re.MULTILINE)
    with open(ROOT / "snippets/reference/ledger/printed.txt", encoding="utf-8") as file:
        entries = list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))
    expected = []
    for entry in entries:
        shown = entry["printed"].split()
        values = EXPRESSIONS[entry["value"]] if entry["value"] else [None] * len(shown)
        drawn = (
            mpf("1e-6") if re.search("acts|picked", entry["value"]) else 0
        )  # its float32 cosines are printed in full
        expected += [(shown, value, drawn) for shown, value in zip(shown, values, strict=True)]
    assert [shown for shown, _ in rows] == [shown for shown, _, _ in expected]
    for (shown, recomputed), (_, value, drawn) in zip(rows, expected):
        assert not recomputed if value is None else agrees(recomputed, value, drawn), (shown, recomputed, value)


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
    assert done.problem is None and disagreements(
        done.outputs[section], oracles("ORACLE")["worked-examples/logits-to-loss", f"{idea}:{section}"]
    )


@pytest.mark.parametrize(
    "shown, exact", [("0.0", float("inf")), ("inf", 0), ("nan", 0), ("0.4077", mpf("0.40760596")), ("1", True)]
)
def test_a_number_that_is_not_the_exact_one_disagrees(shown, exact):
    assert not agrees(shown, exact) and agrees("0.4076", mpf("0.40760596")) and agrees("inf", float("inf"))
