"""What the cells of the notebook print."""

from mpmath import exp, log, mpf

from tests.content.oracles.definitions import (
    INF,
    NAN,
    cross_entropy,
    flat,
    float32,
    mean,
    naive_log_softmax,
    numbers,
)

X = [numbers(row) for row in ("0.9826 1.0630 -0.4096", "-0.6213 0.2511 0.5659", "0.5662 0.7360 -0.6783",
                              "-0.4638 -1.4961 -1.0877", "1.8186 -0.2998 0.1128")]  # fmt: skip
Y = [1, 0, 1, 1, 1]
NOTEBOOK = mean([cross_entropy(z, c) for z, c in zip(X, Y)])
RIGHT = (1, -1)  # the gradient of the loss of a class far below the other


def four_ways(z, c):
    """The loss of the notebook's four ways: softmax and log, log_softmax, F.log_softmax, F.cross_entropy."""
    first, second = naive_log_softmax(z)
    return [-first[c], -second[c], cross_entropy(z, c), cross_entropy(z, c)]


ORACLE = {
    "cell-1": [5, 3, 5],
    **{f"cell-{n}": [NOTEBOOK] for n in (2, 3, 4, 5)},
    "cell-6": [True] * 4,
    "cell-7": [log((2 - mpf(2) ** -23) * mpf(2) ** 127), *flat(
        [z, float32(exp(z)) == INF] for z in numbers("88.72 88.73"))],
    "cell-8": flat([z, abs(loss)] for z in (88, 89) for loss in four_ways([z, 0, 0], 0)),
    "cell-9": flat(
        [gap, loss, *gradients]
        for gap, of_the_first in ((80, RIGHT), (100, (INF, NAN)), (104, (NAN, NAN)))
        for loss, gradients in zip(four_ways([0, -gap], 1), (of_the_first, RIGHT, RIGHT, RIGHT))
    ),
    "cell-11": [*[0, -89, -89] * 2, *[0, -104] * 2],
    "cell-12": [NOTEBOOK, True],
    "cell-13": flat(X),
    "cell-14": Y,
}  # fmt: skip
TESTED_ELSEWHERE = {"cell-10"}  # test_the_hand_written_log_softmax_loses_digits
