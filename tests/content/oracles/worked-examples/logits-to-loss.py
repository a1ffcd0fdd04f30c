"""What the transcripts of `snippets/worked-examples/logits-to-loss/` print."""

import numpy as np
from mpmath import exp, log, mpf

from ..definitions import (
    NAN,
    cross_entropy,
    flat,
    float32,
    gradient,
    log_of_softmax,
    log_softmax,
    mean,
    naive_log_softmax,
    numbers,
    softmax,
    squared_errors,
)

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
FLOOR = cross_entropy(numbers("0 1 0"))

LABELS = [(-2, 0), (-1, 0), (1, 1), (2, 1), (20, 0)]


def trained(rate, steps):
    """The mean squared error of a linear layer after so many steps from zero, and each right city's probability."""
    x = np.hstack([np.array(PEOPLE, dtype=float), np.ones((4, 1))])  # a column of ones for the bias
    weights, y = np.zeros((4, 3)), np.eye(3)[TARGETS]
    for _ in range(steps + 1):
        p = np.exp(x @ weights)
        p /= p.sum(axis=1, keepdims=True)
        error = p - y
        loss = (error**2).sum(axis=1).mean()
        weights = weights - rate * x.T @ (2 * p * (error - (p * error).sum(axis=1, keepdims=True))) / 4
    return [loss, *p[range(4), TARGETS]]


ORACLE = {
    "predictions:shift": [1, P[1], 1, softmax(numbers("2.5 4.5 1.5"))[1], EXPS[1] / (sum(EXPS) * exp(1))],
    "predictions:minus_log": [log(4), log(2), 10, log(4) / log(10), -log(4)],
    "predictions:on_logits": [-2, cross_entropy(numbers("1 0.5 2"), 2), 10, -12, cross_entropy(numbers("1 0.5 2"), 2)],
    "predictions:denominator": [1 + 4 + 4 + 2, 4, 1 + 2 + 4, 11, True],
    "predictions:perfect": [FLOOR, 1, 0, FLOOR + 1, log(3)],
    "every_step:table": [
        *flat([z, e, p, lp, int(k == 1), g] for k, (z, e, p, lp, g) in enumerate(zip(Z, EXPS, P, LOG_P, GRADIENT))),
        sum(EXPS), 1, 1, 0,
    ],
    "at_a_glance:loss": [LOSS],
    "at_a_glance:by_hand": [log(sum(EXPS)), LOSS],
    "people:normalise": flat(PEOPLE),
    "people:which_row": [row == numbers("0.31 0.63 0.165") for row in PEOPLE],
    "encoding:table": flat([*(int(k == c) for k in range(3)), c] for c in TARGETS),
    "encoding:fifty_states": [50 - 1, 1, 50 * 4, 8],
    "encoding:types": [True],
    "softmax:by_hand": [*EXPS, *P],
    "softmax:torch": [True],
    "softmax:table": [*flat(zip(Z, EXPS, P)), sum(EXPS), 1],
    "softmax:shift": softmax([z + 100 for z in Z]),
    "softmax_as_printed:table":
        [*flat(zip(Z, PRINTED, EXPS, ROUNDED, P)), PRINTED[3], sum(EXPS), 1, 1],
    "softmax_as_printed:why": [3.5, exp(3.5), sum(PRINTED[:3]), *(e / PRINTED[3] for e in PRINTED[:3]), *P],
    "softmax_as_printed:which_logits": [log(2), log(7), log(1), *softmax([log(2), log(7), log(1)])],
    "squared_error:terms": [*squared_errors(P), sum(squared_errors(P))],
    "squared_error:printed": [*ERRORS, sum(ERRORS)],
    "squared_error:batch": [*SQUARED, mean(SQUARED)],
    "squared_error:last_row": [*softmax(BATCH[3]), 0, 0, 1],
    "squared_error:mse_loss": [4 * 3, 4, sum(SQUARED) / 12, sum(SQUARED) / 12],
    "training_step:step": [False, True],
    "training_step:train": flat(
        [*pair, *trained(*pair)] for pair in ((1, 0), (1, 1), (10, 1), (5, 1000))
    ),
    "cross_entropy:one": [LOSS, LOSS],
    "cross_entropy:printed": [-log(mpf("0.7"))],
    "cross_entropy:others": [cross_entropy(numbers("3.5 3.5 1.5"))],
    "cross_entropy:batch": [*LOSSES, mean(LOSSES)],
    "why_cross_entropy:wrong": [
        sum(squared_errors(softmax(FAR))), *gradient(lambda z: sum(squared_errors(softmax(z))), FAR),
        cross_entropy(FAR), *gradient(cross_entropy, FAR)],
    "why_cross_entropy:raw": [sum(squared_errors(FAR)), *gradient(lambda z: sum(squared_errors(z)), FAR)],
    "why_cross_entropy:wrong_label": flat(
        [slope, mean([sum(squared_errors(softmax([0, slope * x]), c)) for x, c in LABELS]),
         mean([cross_entropy([0, slope * x], c) for x, c in LABELS])] for slope in (0, 1)
    ),
    "log_softmax:ways": LOG_P * 3,
    "log_softmax:limits": flat(
        [*log_softmax(z), *log_of_softmax(z), *naive_log_softmax(z)[1]]
        for z in (numbers("100 101 99"), numbers("0 200"))
    ),
    "log_softmax_as_printed:table":
        [*ROUNDED, *flat(zip(Z, numbers("-1.61 -0.36 -2.30"), map(log, ROUNDED), LOG_P))],
    "log_softmax_as_printed:gaps":
        [3.5, 2.5, Z[1] - Z[0], LOG_P[1] - LOG_P[0], mpf("-0.36"), mpf("-1.61"), mpf("-0.36") - mpf("-1.61")],
    "log_softmax_as_printed:direction": flat((each, -each) for each in LOG_P),
    "log_softmax_as_printed:sign": [-17, -log(float32(1 + exp(-17))), 1, -17, 1, True, float32(softmax([0, 17])[1])],
    "nll_loss:pick": [LOG_P[1], LOSS, LOSS],
    "nll_loss:no_log": [-Z[1], -P[1], 1, sum(abs(p - y) for p, y in zip(P, (0, 1, 0))) / 2 - 1],
    "nll_loss:confident": [
        *gradient(lambda z: -softmax(z)[1], FAR), *gradient(cross_entropy, FAR), 100, -100 * Z[1],
    ],
    "nll_loss_more:gather": [*LOSSES, True],
    "nll_loss_more:reduce": [sum(LOSSES), mean(LOSSES)],
    "nll_loss_more:weight": [2, 1, 5, 5, WEIGHTED / 13, WEIGHTED / 13, WEIGHTED / 4],
    "nll_loss_more:ignore": [mean([LOSSES[0], *LOSSES[2:]])] * 2 + [NAN],
    "nll_loss_more:bounds": [3],
    "same_number:four_ways": [LOSS] * 4,
    "same_number:gradient": GRADIENT * 5,
    "double_softmax:claim": [LOSS, DOUBLE],
    "double_softmax:why": [*P, *softmax(P), DOUBLE],
    "double_softmax:gradient": [True, *GRADIENT, *gradient(lambda z: cross_entropy(softmax(z)), Z)],
    "double_softmax:floor": [FLOOR, log(exp(1) + 2) - 1],
    "double_softmax:grid": [LOSS, -Z[1], DOUBLE, -P[1], LOSS, LOSS],
    "side_by_side:table": [*ROUNDED, *flat(zip(AS_PRINTED, FROM_ROUNDED, FROM_LOGITS))],
}  # fmt: skip
