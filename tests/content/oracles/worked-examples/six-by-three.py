"""What the transcripts of `snippets/worked-examples/six-by-three/` print."""

import numpy as np
from mpmath import exp, log, mpf

from ..definitions import (
    NAN,
    Generator,
    cross_entropy,
    flat,
    float32,
    log_of_softmax,
    mean,
    naive_log_softmax,
    numbers,
    sigmoid,
    softmax,
)

ACTS = [[2 * each for each in row] for row in np.array(Generator(42).randn(18)).reshape(6, 3)]
TARG = [0, 1, 0, 2, 2, 0]
SM_ACTS = [softmax(row) for row in ACTS]
PICKED = [row[t] for row, t in zip(SM_ACTS, TARG)]
MINUS_LOG = [-log(p) for p in PICKED]
PASTED = [[mpf(f"{float(each):.4f}") for each in row] for row in ACTS]
PASTED_LOSSES = [cross_entropy(z, c) for z, c in zip(PASTED, TARG)]
SQUARE = [numbers("1 2"), numbers("0 0")]
SQUARE_SUMS = [sum(map(exp, row)) for row in SQUARE]

ORACLE = {
    "predictions:axis": [0, mpf("0.5"), 1, softmax(numbers("1 2 4"))[2], softmax(numbers("1 2 4"))[2] / 2],
    "predictions:shape": [4, 4, 4, 4, 4, 1],
    "predictions:halved": [*numbers("0.8 0.4"), log(2), *numbers("0.02 0.01"), log(2), mpf("0.01"), log(2) / 40],
    "predictions:unsure": [0, 1, -log(mpf("0.4")), -log(mpf("0.45"))],
    "predictions:two_batches": [1, 4, 6, 2, 2.5, 12],
    "predictions:one_activation": [4, sigmoid(4), *flat([z, sigmoid(z + 1)] for z in (3, 4, 5, -5))],
    "batch:acts": flat(ACTS),
    "batch:targ": TARG,
    "batch:loss": [*MINUS_LOG, mean(MINUS_LOG)],
    "softmax:define": [*softmax(numbers("1 2 4")), *softmax(numbers("-3 0 0"))],
    "softmax:guarantees": [True] * 3,
    "softmax:rounding": [*softmax(numbers("0 -104")), 3 * float32(mpf(1) / 3)],
    "softmax:shift": [True],
    "softmax:keepdim": [
        3, 2, 1,
        *(exp(z) / sums for row in SQUARE for z, sums in zip(row, SQUARE_SUMS)), *flat(map(softmax, SQUARE)),
        3, 3,
    ],
    "one_row:keepdim": softmax(numbers("1 2 4")) * 2,
    "softmax:limits": [NAN, 0, 0, *softmax(numbers("100 0 0")), NAN, NAN, NAN, *softmax(numbers("-104 -104 -104"))],
    "activations:draw": flat(ACTS),
    "printed_matrix:paste": [*MINUS_LOG, *PASTED_LOSSES],
    "printed_matrix:more_digits": [*ACTS[1], *PASTED[1]],
    "printed_matrix:worth": [MINUS_LOG[1], MINUS_LOG[4], PASTED_LOSSES[1], PASTED_LOSSES[4]],
    "by_torch:softmax": [*flat(SM_ACTS), True],
    "by_torch:sums": [sum(row) for row in SM_ACTS],
    "picking:index": PICKED,
    "picking:gather": [True],
    "picking:slice": [6, 6],
    "picking:nll": [*(-p for p in PICKED), True],
    "logarithm:amplify": flat([p, q, q - p, log(q) - log(p)] for p, q in (numbers("0.01 0.02"), numbers("0.98 0.99"))),
    "logarithm:product": [float32(mpf("0.1") ** 50), 50 * log(mpf("0.1"))],
    "logarithm:neither": [*[-log_of_softmax([104, 0])[1]] * 2, cross_entropy([104, 0], 1)],
    "logarithm:overflow": [float32(exp(104)), 1, *naive_log_softmax([104, 0])[0]],
    "three_ways:ways": MINUS_LOG * 3,
    "three_ways:mean": [mean(MINUS_LOG)] * 2,
    "three_ways:right_and_wrong":
        flat([n, TARG[n], SM_ACTS[n].index(max(SM_ACTS[n])), PICKED[n], MINUS_LOG[n]] for n in range(6)),
    "three_ways:no_rule": [0, 0, -log(mpf("0.34")), -log(mpf("0.49"))],
    "two_classes:sigmoid": [*softmax([0.5, 2]), sigmoid(1.5)],
    "two_classes:loss": [cross_entropy([0.5, 2]), -log(sigmoid(1.5))],
}  # fmt: skip
