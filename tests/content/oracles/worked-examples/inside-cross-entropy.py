"""What the cells of the notebook print."""

from mpmath import log, mpf

from ..definitions import INF, NAN, cross_entropy, flat, gradient, log_of_softmax, mean, naive_log_softmax, numbers

X = [numbers(row) for row in ("0.9826 1.0630 -0.4096", "-0.6213 0.2511 0.5659", "0.5662 0.7360 -0.6783",
                              "-0.4638 -1.4961 -1.0877", "1.8186 -0.2998 0.1128")]  # fmt: skip
Y = [1, 0, 1, 1, 1]
NOTEBOOK = mean([cross_entropy(z, c) for z, c in zip(X, Y)])

LIMIT = log((2 - mpf(2) ** -23) * mpf(2) ** 127)


def four_ways(z, c):
    """The loss of the notebook's four ways: softmax and log, log_softmax, F.log_softmax, F.cross_entropy."""
    first, second = naive_log_softmax(z)
    return [-first[c], -second[c], cross_entropy(z, c), cross_entropy(z, c)]


ORACLE = {
    "cell-1": [5, 3, 5],
    **{f"cell-{n}": [NOTEBOOK] for n in (2, 3, 4, 5)},
    "cell-6": [True] * 4,
    "cell-7": flat([count, LIMIT - log(count)] for count in (1, 3)),
    "cell-8": flat(
        [*row, abs(loss)] for row in ([88, 0, 0], [89, 0, 0], [88, 88, 88]) for loss in four_ways(row, 0)
    ),
    "cell-9": flat(
        [*row, loss, *(broken or gradient(lambda z: cross_entropy(z, 1), row))]
        for row, *two in (
            ([0, -80], [], []),
            ([0, -100], [INF, NAN], []),
            ([0, -104], [NAN, NAN], []),
            ([-104, -105], [NAN, NAN], [NAN, NAN]),
        )
        for loss, broken in zip(four_ways(row, 1), [*two, [], []])
    ),
    "cell-11": [*[0, -89, -89] * 2, *[0, -104] * 2],
    "cell-12": [*log_of_softmax([0, -104]), *naive_log_softmax([89, 0, 0])[1]],
    "cell-13": [NOTEBOOK, True],
    "cell-14": flat(X),
    "cell-15": Y,
    "cell-16": [True],
}  # fmt: skip
TESTED_ELSEWHERE = {"cell-10"}  # test_the_hand_written_log_softmax_loses_digits
