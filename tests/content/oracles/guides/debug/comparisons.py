"""What the transcripts of `snippets/guides/debug/comparisons/` print."""

from mpmath import log, mpf

from ...definitions import cross_entropy, flat, log_softmax, mean, sigmoid
from ._batch import CE, LOSSES, PROBS, Y, Z, mean_loss, mean_two_class

SIX = (2 * LOSSES[0] + 6 * LOSSES[1], 2 + 6, 2)
ALONG_ROWS = [log_softmax(column) for column in zip(*Z)]
FOUR, FOUR_Y = [*Z, [1, 0, -1], [0, 2, 0]], [1, 2, 0, 0]
FOUR_MEAN = mean_loss(FOUR, FOUR_Y)
MEAN_OF_MEANS = {
    4: FOUR_MEAN,
    3: mean([mean_loss(FOUR[:3], FOUR_Y[:3]), mean_loss(FOUR[3:], FOUR_Y[3:])]),
    2: mean([mean_loss(FOUR[:2], FOUR_Y[:2]), mean_loss(FOUR[2:], FOUR_Y[2:])]),
}
SURE, SURE_Y = [[4, 0, 0], [0, 5, 0], [0, 0, 3], [12, 0, 1]], [0, 1, 2, 1]
SURE_LOSSES = [cross_entropy(z, c) for z, c in zip(SURE, SURE_Y)]
WORST_FIRST = sorted(range(4), key=lambda row: -SURE_LOSSES[row])
TWO = [2, -1, -3]  # the first row is of class 1
SQUARE = [[2, 0, 9], [6, 5, 7], [0, 1, 3]]


def accuracy(rows, targets):
    """The share of rows whose largest number is at the target."""
    return mean([mpf(row.index(max(row)) == c) for row, c in zip(rows, targets)])


ORACLE = {
    "batches:sum": [True, True],
    "one_row:cancels": [0, LOSSES[0], LOSSES[0], CE, SIX[0] / SIX[1]],
    "one_row:fix": [2 * LOSSES[0] / 2, 6 * LOSSES[1] / 2],
    "by_hand:rows": LOSSES,
    "by_hand:table": [
        *[CE, sum(LOSSES), 10, CE / log(10), 2, CE / log(2)],
        *[-log(mean([PROBS[0][1], PROBS[1][2]])), -mean([ALONG_ROWS[1][0], ALONG_ROWS[2][1]])],
        *[mean_loss(PROBS, Y), sum(LOSSES) / (2 * 3)],
        *[1, 2, 6, SIX[0] / SIX[1], 1, 2, 6, SIX[0] / SIX[2]],
        *[LOSSES[0], LOSSES[0] / 2],
    ],
    "batches:means": flat([size, each] for size, each in MEAN_OF_MEANS.items()),
    "batches:fix": flat([size, FOUR_MEAN] for size in MEAN_OF_MEANS),
    "confident:rows": [
        *[accuracy(SURE, SURE_Y), mean(SURE_LOSSES), *WORST_FIRST],
        *[SURE_LOSSES[row] for row in WORST_FIRST],
        max(SURE_LOSSES) / sum(SURE_LOSSES),
    ],
    "confident:temperature": flat(
        [t, accuracy(SURE, SURE_Y), mean_loss([[mpf(each) / t for each in z] for z in SURE], SURE_Y)]
        for t in (1, 2, 4, 8)
    ),
    "margins:improve": flat(
        [mean_loss(rows, [0, 0]), accuracy(rows, [0, 0])]
        for rows in ([[0, 2], [0, 1]], [[0, mpf("0.5")], [0, mpf("0.1")]])
    ),
    "margins:wrong_dim": [
        mean_loss(SQUARE, [2] * 3), 0, accuracy([*zip(*SQUARE)], [2] * 3), 1, accuracy(SQUARE, [2] * 3),
    ],
    "margins:sigmoid": [
        mean_two_class(TWO, [1, 0, 0]), 1, mean_two_class([sigmoid(z) for z in TWO], [1, 0, 0]), mpf(1) / 3,
    ],
    "gradient:none": [p - (k == 1) for k, p in enumerate(PROBS[0])],
    "gradient:table": [0, 0, 0, 0, log(3), 0, mpf(2) / 3, 0, 100, 0, 0, 0, cross_entropy([200, 0, 0], 1), 1],
    "two_targets:weights": [CE, CE, SIX[0] / SIX[1], SIX[0] / SIX[2]],
    "two_targets:fix": [SIX[0] / SIX[2], SIX[0] / SIX[1]],
    "two_targets:ignored": [LOSSES[0], LOSSES[0] / 2],
}  # fmt: skip
