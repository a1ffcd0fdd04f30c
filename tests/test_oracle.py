"""Every number that a transcript prints is the rounding of one that tests/oracle.py recomputes from its definition.

For each section of each transcript: all its numbers, and each True or False, in the order in which it prints them.
"""

import csv
import re

import numpy as np
import pytest
from conftest import ROOT
from mpmath import exp, log, mpf
from oracle import INF, NAN, Generator, cross_entropy, float32, gradient, log_of_softmax, log_softmax, mean, naive_log_softmax
from oracle import softmax, squared_errors, train

from tools import kernel, snippets, transcripts

TOKEN = re.compile(r"(?<![\w.])-?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)(?!\w)|\bTrue\b|\bFalse\b")


def numbers(text):
    """Each number of a text, exactly."""
    return [mpf(each) for each in text.split()]


def flat(rows):
    """The entries of all rows, one after the other."""
    return [each for row in rows for each in row]


Z = numbers("2.5 3.5 1.5")
EXPS, P, LOG_P, LOSS = [exp(z) for z in Z], softmax(Z), log_softmax(Z), cross_entropy(Z)
GRADIENT = gradient(cross_entropy, Z)
ROUNDED, ERRORS = numbers("0.2 0.7 0.1"), squared_errors(numbers("0.2 0.7 0.1"))
BATCH, TARGETS = [Z, numbers("3 1 0.5"), numbers("0.5 1 1.5"), numbers("2 0.5 1")], [1, 0, 2, 2]
LOSSES = [cross_entropy(z, c) for z, c in zip(BATCH, TARGETS)]
SQUARED = [sum(squared_errors(softmax(z), c)) for z, c in zip(BATCH, TARGETS)]
WEIGHTED = sum(w * loss for w, loss in zip([2, 1, 5, 5], LOSSES))
FAR = numbers("10 0 0")
DOUBLE = cross_entropy(P)
PEOPLE = [[mpf(a) / 100, mpf(b) / 100_000, mpf(c) / 1000] for a, b, c in
          [(23, 72000, 155), (31, 63000, 165), (38, 58000, 170), (54, 24000, 200)]]  # fmt: skip
PRINTED = numbers("12.18 33.11 4.48 49.78")
FROM_ROUNDED = [*ROUNDED, *ERRORS, sum(ERRORS), -log(ROUNDED[1]), *map(log, ROUNDED)]
FROM_LOGITS = [*P, *squared_errors(P), sum(squared_errors(P)), LOSS, *LOG_P]
AS_PRINTED = numbers("0.20 0.70 0.10 0.04 0.09 0.01 0.14 0.36 -1.61 -0.36 -2.30")

ACTS = [[2 * each for each in row] for row in np.array(Generator(42).randn(18)).reshape(6, 3)]
TARG = [0, 1, 0, 2, 2, 0]
SM_ACTS = [softmax(row) for row in ACTS]
PICKED = [row[t] for row, t in zip(SM_ACTS, TARG)]
MINUS_LOG = [-log(p) for p in PICKED]
PASTED = [[mpf(f"{float(each):.4f}") for each in row] for row in ACTS]
PASTED_LOSSES = [cross_entropy(z, c) for z, c in zip(PASTED, TARG)]

X = [numbers(row) for row in ("0.9826 1.0630 -0.4096", "-0.6213 0.2511 0.5659", "0.5662 0.7360 -0.6783",
                              "-0.4638 -1.4961 -1.0877", "1.8186 -0.2998 0.1128")]  # fmt: skip
Y = [1, 0, 1, 1, 1]
NOTEBOOK = mean([cross_entropy(z, c) for z, c in zip(X, Y)])

IRIS = np.loadtxt(ROOT / "snippets/iris_two_ways/iris.csv", delimiter=",", skiprows=1)
SPECIES = IRIS[:, 4].astype(int)
TRAINED = {last: train(IRIS[:, :4], SPECIES, last) for last in ("log-softmax", "twice", "softmax")}
RIGHT = {last: int((logits(IRIS[:, :4]).argmax(axis=1) == SPECIES).sum()) for last, (_, logits) in TRAINED.items()}
FLOWER = softmax([mpf(z) for z in TRAINED["log-softmax"][1](np.array([[6.1, 2.8, 4.7, 1.4]]))[0]])
FLOOR = cross_entropy(numbers("0 1 0"))


def sigmoid(d):
    """1 / (1 + e^-d)."""
    return 1 / (1 + exp(-d))


def four_ways(z, c):
    """The loss of the notebook's four ways: softmax and log, log_softmax, F.log_softmax, F.cross_entropy."""
    first, second = naive_log_softmax(z)
    return [-first[c], -second[c], cross_entropy(z, c), cross_entropy(z, c)]


ORACLE = {
    "index/three_steps:steps": [*LOG_P, *P, 1, LOSS, LOSS],
    "logits_to_loss/at_a_glance:loss": [LOSS],
    "logits_to_loss/at_a_glance:by_hand": [log(sum(EXPS)), LOSS],
    "logits_to_loss/people:normalise": flat(PEOPLE),
    "logits_to_loss/people:which_row": [row == numbers("0.31 0.63 0.165") for row in PEOPLE],
    "logits_to_loss/encoding:table": flat([*(int(k == c) for k in range(3)), c] for c in TARGETS),
    "logits_to_loss/encoding:fifty_states": [50 - 1, 1, 50 * 4, 8],
    "logits_to_loss/encoding:types": [True],
    "logits_to_loss/softmax:by_hand": [*EXPS, *P],
    "logits_to_loss/softmax:torch": [True],
    "logits_to_loss/softmax:table": [*flat(zip(Z, EXPS, P)), sum(EXPS), 1],
    "logits_to_loss/softmax:shift": softmax([z + 100 for z in Z]),
    "logits_to_loss/softmax_as_printed:table":
        [*flat(zip(Z, PRINTED, EXPS, ROUNDED, P)), PRINTED[3], sum(EXPS), 1, 1],
    "logits_to_loss/softmax_as_printed:why": [3.5, exp(3.5), sum(PRINTED[:3]), *(e / PRINTED[3] for e in PRINTED[:3]), *P],
    "logits_to_loss/softmax_as_printed:which_logits": [log(2), log(7), log(1), *softmax([log(2), log(7), log(1)])],
    "logits_to_loss/squared_error:terms": [*squared_errors(P), sum(squared_errors(P))],
    "logits_to_loss/squared_error:printed": [*ERRORS, sum(ERRORS)],
    "logits_to_loss/squared_error:batch": [*SQUARED, mean(SQUARED)],
    "logits_to_loss/squared_error:last_row": [*softmax(BATCH[3]), 0, 0, 1],
    "logits_to_loss/squared_error:mse_loss": [4 * 3, 4, sum(SQUARED) / 12, sum(SQUARED) / 12],
    "logits_to_loss/cross_entropy:one": [LOSS, LOSS],
    "logits_to_loss/cross_entropy:printed": [-log(mpf("0.7"))],
    "logits_to_loss/cross_entropy:others": [cross_entropy(numbers("3.5 3.5 1.5"))],
    "logits_to_loss/cross_entropy:batch": [*LOSSES, mean(LOSSES)],
    "logits_to_loss/why_cross_entropy:wrong": [
        sum(squared_errors(softmax(FAR))), *gradient(lambda z: sum(squared_errors(softmax(z))), FAR),
        cross_entropy(FAR), *gradient(cross_entropy, FAR)],
    "logits_to_loss/log_softmax:ways": LOG_P * 3,
    "logits_to_loss/log_softmax:limits": flat(
        [*log_softmax(z), *log_of_softmax(z), *naive_log_softmax(z)[1]] for z in (numbers("100 101 99"), numbers("0 200"))),
    "logits_to_loss/log_softmax_as_printed:table":
        [*ROUNDED, *flat(zip(Z, numbers("-1.61 -0.36 -2.30"), map(log, ROUNDED), LOG_P))],
    "logits_to_loss/log_softmax_as_printed:gaps":
        [3.5, 2.5, Z[1] - Z[0], LOG_P[1] - LOG_P[0], mpf("-0.36"), mpf("-1.61"), mpf("-0.36") - mpf("-1.61")],
    "logits_to_loss/log_softmax_as_printed:direction": flat((each, -each) for each in LOG_P),
    "logits_to_loss/log_softmax_as_printed:sign": [*softmax([0, 200]), *log_softmax([0, 200])],
    "logits_to_loss/nll_loss:pick": [LOG_P[1], LOSS, LOSS],
    "logits_to_loss/nll_loss:no_log": [-Z[1], -P[1]],
    "logits_to_loss/nll_loss_more:gather": [*LOSSES, True],
    "logits_to_loss/nll_loss_more:reduce": [sum(LOSSES), mean(LOSSES)],
    "logits_to_loss/nll_loss_more:weight": [2, 1, 5, 5, WEIGHTED / 13, WEIGHTED / 13, WEIGHTED / 4],
    "logits_to_loss/nll_loss_more:ignore": [mean([LOSSES[0], *LOSSES[2:]])] * 2 + [NAN],
    "logits_to_loss/nll_loss_more:bounds": [3],
    "logits_to_loss/same_number:four_ways": [LOSS] * 4,
    "logits_to_loss/same_number:gradient": GRADIENT * 5,
    "logits_to_loss/double_softmax:claim": [LOSS, DOUBLE],
    "logits_to_loss/double_softmax:why": [*P, *softmax(P), DOUBLE],
    "logits_to_loss/double_softmax:gradient": [True, *GRADIENT, *gradient(lambda z: cross_entropy(softmax(z)), Z)],
    "logits_to_loss/double_softmax:floor": [FLOOR, log(exp(1) + 2) - 1],
    "logits_to_loss/double_softmax:grid": [LOSS, -Z[1], DOUBLE, -P[1], LOSS, LOSS],
    "logits_to_loss/side_by_side:table": [*ROUNDED, *flat(zip(AS_PRINTED, FROM_ROUNDED, FROM_LOGITS))],

    "six_by_three/softmax:define": [*softmax(numbers("1 2 4")), *softmax(numbers("-3 0 0"))],
    "six_by_three/softmax:guarantees": [True] * 3,
    "six_by_three/softmax:keepdim": [2, 2, 1],
    "six_by_three/softmax:limits": [NAN, 0, 0, *softmax(numbers("100 0 0"))],
    "six_by_three/activations:draw": flat(ACTS),
    "six_by_three/printed_matrix:paste": [*MINUS_LOG, *PASTED_LOSSES],
    "six_by_three/printed_matrix:more_digits": [*ACTS[1], *PASTED[1]],
    "six_by_three/printed_matrix:worth": [MINUS_LOG[1], MINUS_LOG[4], PASTED_LOSSES[1], PASTED_LOSSES[4]],
    "six_by_three/by_torch:softmax": [*flat(SM_ACTS), True],
    "six_by_three/by_torch:sums": [sum(row) for row in SM_ACTS],
    "six_by_three/picking:index": PICKED,
    "six_by_three/picking:table": [0, 1, 2, *flat([n, *SM_ACTS[n], TARG[n], PICKED[n]] for n in range(6))],
    "six_by_three/picking:slice": [6, 6],
    "six_by_three/picking:nll": [*(-p for p in PICKED), True],
    "six_by_three/logarithm:amplify": flat([p, q, q - p, log(q) - log(p)] for p, q in (numbers("0.01 0.02"), numbers("0.98 0.99"))),
    "six_by_three/logarithm:product": [float32(mpf("0.1") ** 50), 50 * log(mpf("0.1"))],
    "six_by_three/logarithm:neither": [-log_of_softmax([104, 0])[1], cross_entropy([104, 0], 1)],
    "six_by_three/three_ways:ways": MINUS_LOG * 3,
    "six_by_three/three_ways:mean": [mean(MINUS_LOG)] * 2,
    "six_by_three/three_ways:right_and_wrong":
        flat([n, TARG[n], SM_ACTS[n].index(max(SM_ACTS[n])), PICKED[n], MINUS_LOG[n]] for n in range(6)),
    "six_by_three/two_classes:sigmoid": [*softmax([0.5, 2]), sigmoid(1.5)],
    "six_by_three/two_classes:loss": [cross_entropy([0.5, 2]), -log(sigmoid(1.5))],

    "iris_two_ways/two_nets:data": [*IRIS[0], *IRIS.shape[:1], 4, 0, 1, 2, *np.bincount(SPECIES)],
    "iris_two_ways/two_nets:table": flat([n, *[TRAINED["log-softmax"][0][n]] * 2, True] for n in range(0, 601, 100)),
    "iris_two_ways/two_nets:equal": [True, True],
    "iris_two_ways/two_nets:accuracy": [RIGHT["log-softmax"], 150, mpf(RIGHT["log-softmax"]) / 150] * 2,
    "iris_two_ways/two_nets:predict": [*FLOWER, *FLOWER, *[FLOWER.index(max(FLOWER))] * 2],
    "iris_two_ways/four_nets:table": [150, *flat(
        [TRAINED[last][0][0], TRAINED[last][0][-1], RIGHT[last]] for last in ("log-softmax", "log-softmax", "twice", "softmax"))],
    "iris_two_ways/four_nets:floors": [FLOOR, -1],
    "iris_two_ways/log_softmax_layer:same": [True] * 3,
    "iris_two_ways/log_softmax_layer:bytes": [
        100 * 1000 * 4, *flat([400_000, more * 400_000 + 100 * 8 + 4] for more in (2, 1, 1))],
    "iris_two_ways/log_softmax_layer:far_apart": [*log_of_softmax([0, 200]), *log_softmax([0, 200]) * 2],
    "iris_two_ways/other_tasks:binary": [(-log(sigmoid(1.5)) - log(1 - sigmoid(-0.5))) / 2, sigmoid(1.5), sigmoid(-0.5)],
    "iris_two_ways/other_tasks:regression": [mpf("0.5") / 3],

    "inside-cross-entropy:cell-1": [5, 3, 5],
    **{f"inside-cross-entropy:cell-{n}": [NOTEBOOK] for n in (2, 3, 4, 5)},
    "inside-cross-entropy:cell-6": [True] * 4,
    "inside-cross-entropy:cell-7": [log((2 - mpf(2) ** -23) * mpf(2) ** 127), *flat(
        [z, float32(exp(z)) == INF] for z in numbers("88.72 88.73"))],
    "inside-cross-entropy:cell-8": flat([z, abs(loss)] for z in (88, 89) for loss in four_ways([z, 0, 0], 0)),
    "inside-cross-entropy:cell-9": flat([gap, loss, *((1, -1) if not wrong else wrong)] for gap, wrongs in (
        (80, ()), (100, (INF, NAN)), (104, (NAN, NAN))) for loss, wrong in zip(four_ways([0, -gap], 1), (wrongs, (), (), ()))),
    "inside-cross-entropy:cell-11": [*[0, -89, -89] * 2, *[0, -104] * 2],
    "inside-cross-entropy:cell-12": [NOTEBOOK, True],
    "ledger/ledger:quantities": [True],
}  # fmt: skip
NO_NUMBERS = {"iris_two_ways/log_softmax_layer:steps"}  # names of autograd's functions
TESTED_ELSEWHERE = {
    "ledger/ledger": "test_what_the_ledger_calls_recomputed_is_what_the_definitions_give, and test_ledger.py",
    "inside-cross-entropy:cell-10": "test_the_hand_written_log_softmax_loses_digits",
}


def printed():
    """The output of each section that prints anything, by its name."""
    for path in snippets.find(ROOT):
        snippet = snippets.read(path)
        for name, text in transcripts.sections(snippet, transcripts.recorded(snippet)).items():
            yield f"{path.relative_to(ROOT / 'snippets').with_suffix('')}:{name}", text
    for notebook in kernel.read_all(ROOT):
        for name, text in transcripts.sections(notebook, transcripts.recorded(notebook)).items():
            yield f"{notebook.path.stem}:{name}", text


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
    return not isinstance(exact, bool) and abs(mpf(shown) - exact) <= within


def disagreements(text, expected):
    """What is printed and not expected, as sentences."""
    shown = TOKEN.findall(text)
    if len(shown) != len(expected):
        return [f"prints {len(shown)} numbers, expected {len(expected)}"]
    return [f"prints {s}, expected {e}" for s, e in zip(shown, expected) if not agrees(s, e)]


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_prints_what_the_definition_gives(name):
    if name in NO_NUMBERS:
        assert not TOKEN.findall(TRANSCRIPTS[name])
    elif not any(name.startswith(each) for each in TESTED_ELSEWHERE) or name in ORACLE:
        assert name in ORACLE, f"recompute what section {name} prints, in {__file__}"
        assert disagreements(TRANSCRIPTS[name], ORACLE[name]) == []


def test_nothing_is_expected_of_a_section_that_is_gone():
    assert ORACLE.keys() | NO_NUMBERS <= TRANSCRIPTS.keys()


def test_the_hand_written_log_softmax_loses_digits():
    lines = TRANSCRIPTS["inside-cross-entropy:cell-10"].splitlines()
    assert disagreements(lines[0], [cross_entropy([0, 1], 0)]) == []
    found = {(int(line[:2]), line.rsplit("  ")[-1]): "True" in line for line in lines[1:]}
    for offset in (0, 40, 80):  # the formula subtracts floats as large as the offset, whose neighbours lie this far apart:
        spacing = 2.0 ** (max(int(np.log2(offset + 1)), 0) - 23)
        assert found.pop((offset, "log_softmax")) == (spacing < 1e-6)
    assert set(found.values()) == {True}


one_hot = np.eye(3, dtype=int)[TARGETS]
EXPRESSIONS = {
    **{f"[*inputs[{n}], *one_hot[{n}]]": [*PEOPLE[n], *one_hot[n]] for n in range(4)},
    **{f"[*inputs[{n}], ordinal[{n}]]": [*PEOPLE[n], TARGETS[n]] for n in range(4)},
    "inputs[0]": PEOPLE[0],
    "[probs.sum().round(decimals=12)]": [1],
    "probs": P,
    "exps": EXPS,
    "[exps.sum()]": [sum(EXPS)],
    "[*probs, *one_hot[0]]": [*P, 0, 1, 0],
    "[probs[0], 0, 2, probs[1], 1, 2, probs[2], 0, 2]": flat(zip(P, (0, 1, 0), (2, 2, 2))),
    "errors(probs)": squared_errors(P),
    "[errors(probs).sum()]": [sum(squared_errors(P))],
    "[-1, probs[1]]": [-1, P[1]],
    "[-probs[1].log()]": [LOSS],
    "[probs[1].log()]": [LOG_P[1]],
    "probs.log()": LOG_P,
    "[one_hot[0].max(), one_hot[0].max()]": [1, 1],
    "[(state == 0).sum(), state.min(), state.max()]": [49, 0, 1],
    "[ordinal[0], ordinal[0]]": [1, 1],
    "[sm_acts.min().floor(), sm_acts.max().ceil(), sm_acts[0].sum().round(decimals=12)]": [0, 1, 1],
    "acts.shape": [6, 3],
    **{f"acts[{n}]": ACTS[n] for n in range(6)},
    **{f"sm_acts[{n}]": SM_ACTS[n] for n in range(6)},
    "[sm_acts[0].sum().round(decimals=12)]": [1],
    "[len(acts)]": [6],
    "picked": PICKED,
    '-F.nll_loss(sm_acts, targ, reduction="none")': PICKED,
    "[picked.max().ceil()]": [1],
    "-picked.log()": MINUS_LOG,
    'F.nll_loss(F.log_softmax(acts, dim=1), targ, reduction="none")': MINUS_LOG,
    'F.cross_entropy(acts, targ, reduction="none")': MINUS_LOG,
    "x.shape": [5, 3],
    "[-x.softmax(dim=1)[range(5), y].log().mean()]": [NOTEBOOK],
    "[-(x - x.logsumexp(dim=1, keepdim=True))[range(5), y].mean()]": [NOTEBOOK],
    "[F.nll_loss(F.log_softmax(x, dim=1), y)]": [NOTEBOOK],
    "[F.cross_entropy(x, y)]": [NOTEBOOK],
    "[*layers[0], layers[1][1]]": [4, 7, 3],
    "[*layers[0], *layers[0], layers[1][1], *layers[1]]": [4, 7, 4, 7, 3, 7, 3],
}


def test_what_the_ledger_calls_recomputed_is_what_the_definitions_give():
    tables = "".join(text for name, text in TRANSCRIPTS.items() if re.match("ledger/(?!ledger:totals)", name))
    rows = re.findall(r"^\| .+? \| (-?[\d.]+) \| (\S*) ?\| \w.*\|$", tables, re.MULTILINE)
    with open(ROOT / "snippets/ledger/printed.txt", encoding="utf-8") as file:
        entries = list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))
    expected = []
    for entry in entries:
        shown = entry["printed"].split()
        values = EXPRESSIONS[entry["value"]] if entry["value"] else [None] * len(shown)
        drawn = mpf("1e-6") if re.search("acts|picked", entry["value"]) else 0  # its float32 cosines are printed in full
        expected += [(shown, value, drawn) for shown, value in zip(shown, values, strict=True)]
    assert [shown for shown, _ in rows] == [shown for shown, _, _ in expected]
    for (shown, recomputed), (_, value, drawn) in zip(rows, expected):
        assert not recomputed if value is None else agrees(recomputed, value, drawn), (shown, recomputed, value)


WRONG = {
    "a weighted mean divided by N": ("nll_loss_more", "/ w.sum()", "/ 4", "weight"),
    "a swapped target": ("nll_loss", "tensor([1])", "tensor([0])", "pick"),
    "a missing minus": ("cross_entropy", "print(-probs[1].log())", "print(probs[1].log())", "one"),
    "a logarithm to another base": ("at_a_glance", ".sum().log()", ".sum().log2()", "by_hand"),
    "a softmax along the wrong dimension": ("squared_error", "logits.softmax(dim=1) - t", "logits.softmax(dim=0) - t", "batch"),
    "a gradient of the sum instead of the difference": ("same_number", "softmax(dim=1) - one_hot", "softmax(dim=1) + one_hot", "gradient"),
    "an ignored row that counts": ("nll_loss_more", "losses[[0, 2, 3]].mean()", "losses[[0, 2, 3]].sum() / 4", "ignore"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_formula_disagrees(fault, run):
    idea, right, wrong, section = WRONG[fault]
    text = (ROOT / f"snippets/logits_to_loss/{idea}.py").read_text(encoding="utf-8")
    assert text.count(right) == 1
    done = run(**{idea: text.replace(right, wrong)})[idea]
    assert done.problem is None and disagreements(done.outputs[section], ORACLE[f"logits_to_loss/{idea}:{section}"])
