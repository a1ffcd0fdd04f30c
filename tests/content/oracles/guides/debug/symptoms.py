"""What the transcripts of `snippets/guides/debug/symptoms/` print."""

from mpmath import e, exp, log, mpf, sqrt

from tests.content.oracles.definitions import (
    INF,
    NAN,
    cross_entropy,
    flat,
    float32,
    log_of_softmax,
    log_softmax,
    mean,
    numbers,
    softmax,
)
from tests.content.oracles.guides.debug._batch import (
    CE,
    LOSSES,
    PROBS,
    SOFT,
    Y,
    Z,
    entropy,
    mean_loss,
    smoothed,
    soft,
    two_class,
)

SIX = (2 * LOSSES[0] + 6 * LOSSES[1], 2 + 6, 2)
ALONG_ROWS = [log_softmax(column) for column in zip(*Z)]
LAST = [numbers("-0.5 -1 -2"), numbers("-3 -0.1 -0.2")]
LAST_GRADIENTS = [[(p - (k == c)) / 2 for k, p in enumerate(softmax(z))] for z, c in zip(LAST, Y)]
TWICE = {classes: log(e + classes - 1) - 1 for classes in (3, 1000)}
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
SQUARE = [[2, 0, 9], [6, 5, 7], [0, 1, 3]]


def accuracy(rows, targets):
    """The share of rows whose largest number is at the target."""
    return mean([mpf(row.index(max(row)) == c) for row, c in zip(rows, targets)])


ORACLE = {
    "negative:nll": [-Z[0][1], -PROBS[0][1], LOSSES[0]],
    "negative:targets": [soft(Z[0], [-1, 1, -1]), -LOSSES[0]],
    "negative:others": [
        mean([two_class(2, 1), two_class(-2, -1)]),
        mean([two_class(2, 1), two_class(-2, 0)]),
    ],
    "negative:kl": [
        -PROBS[0][1],  # Σ y (log y − p): all but one y are 0, and log 1 is 0
        LOSSES[0],
        *[soft(Z[0], q) - entropy(q) for q in (numbers("0.1 0.2 0.1"), numbers("0.25 0.5 0.25"))],
    ],
    "negative:padded": [
        mean([two_class(z, y) for z, y in zip((4, 3, -4), target)]) for target in ((0, 2, -1), (1, 0, 1))
    ],
    "finite:root": [5, NAN, NAN, mpf("0.6"), mpf("0.8")],
    "finite:find": [NAN, 2],
    "finite:clip": [NAN],
    "finite:adam": [True, True, False, False, False, False],
    "finite:fix": [5, NAN, NAN, 5, 0, 0, 5, 0, 0],
    "infinite:half": [INF, 20],
    "zero:half": [0, cross_entropy([4, 0], 0)],
    "batches:sum": [True, True],
    "one_row:cancels": [0, LOSSES[0], LOSSES[0], CE, SIX[0] / SIX[1]],
    "one_row:fix": [2 * LOSSES[0] / 2, 6 * LOSSES[1] / 2],
    "negative:ignored": [
        *[-100, mean([two_class(2, 1), two_class(-2, 0), two_class(-3, -100)])],
        mean([two_class(2, 1), two_class(-2, 0)]),
    ],
    "negative:density": [(log(mpf("0.01")) + 0 / mpf("0.01")) / 2],
    "nan:ignored": [NAN, 0, 0, 0] * 2 + [NAN] * 4,
    "nan:ignored_fix": [0, LOSSES[0]],
    "nan:by_hand": [*log_of_softmax([0, 200]), NAN, 0],
    "nan:logits": [NAN, NAN, (2 - mpf(2) ** -10) * 2**15, INF, 1, NAN],
    "infinite:log": [
        *(float32(p) for p in softmax([104, 0])),
        *[-log_of_softmax([104, 0])[1], NAN, NAN],
        *[mpf("1e-9"), -log(float32(softmax([104, 0])[1]) + mpf("1e-9")), 0, 0],
        *[cross_entropy([104, 0], 1), 1, -1],
    ],
    "infinite:masked": [cross_entropy([2, 1], 0), INF, INF, NAN, cross_entropy([2, 1], 0)],
    "zero:one_column": [0] * 6,
    "zero:one_column_fix": [mean([two_class(mpf("1.2"), 1), two_class(mpf("-0.7"), 0)])],
    "zero:wrong_dim": [*(log_softmax([z])[0] for z in Z[0]), LOSSES[0]],
    "zero:ignored": [NAN, 0],
    "zero:small": [log(float32(1 + 2 * exp(-20))), cross_entropy([20, 0, 0], 0)],
    "stuck:table": flat([classes, log(classes)] for classes in (2, 3, 4, 5, 10, 100, 1000, 50257)),
    "stuck:relu": [
        *[log(3), 0, 0, 0, 0],
        *[mean_loss(LAST, Y), *(abs(a - b) / sqrt(2) for a, b in zip(*LAST)), sum(map(abs, flat(LAST_GRADIENTS)))],
    ],
    "stuck:frequencies": [*numbers("0.9 0.1"), *[entropy(numbers("0.9 0.1"))] * 2],
    "floor:twice": [3, TWICE[3], TWICE[3], 1000, TWICE[1000], TWICE[1000]],
    "floor:logarithm": [cross_entropy(PROBS[0], 1), LOSSES[0], LOSSES[0]],
    "floor:soft": [
        *[soft(Z[0], SOFT), entropy(SOFT)],
        *[soft(Z[0], SOFT) - entropy(SOFT)] * 2,
        entropy(smoothed(0)),
    ],
    "floor:conflict": [mean_loss([[5, 5, -20]] * 2, [0, 1]), soft([5, 5, -20], [1, 1, 0]), True],
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
    "gradient:none": [p - (k == 1) for k, p in enumerate(PROBS[0])],
    "gradient:table": [0, 0, 0, 0, log(3), 0, mpf(2) / 3, 0, 100, 0, 0, 0, cross_entropy([200, 0, 0], 1), 1],
    "two_targets:weights": [CE, CE, SIX[0] / SIX[1], SIX[0] / SIX[2]],
    "two_targets:fix": [SIX[0] / SIX[2], SIX[0] / SIX[1]],
    "two_targets:ignored": [LOSSES[0], LOSSES[0] / 2],
}  # fmt: skip
