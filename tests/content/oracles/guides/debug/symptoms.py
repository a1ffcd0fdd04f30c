"""What the transcripts of `snippets/guides/debug/symptoms/` print."""

from mpmath import e, exp, log, mpf, sqrt

from ...definitions import (
    NAN,
    bce,
    cross_entropy,
    entropy,
    flat,
    float32,
    log_softmax,
    mean,
    numbers,
    smoothed,
    soft_loss,
    softmax,
)
from ._batch import LOSSES, PROBS, SOFT, Y, Z, mean_loss

LAST = [numbers("-0.5 -1 -2"), numbers("-3 -0.1 -0.2")]
LAST_GRADIENTS = [[(p - (k == c)) / 2 for k, p in enumerate(softmax(z))] for z, c in zip(LAST, Y)]
TWICE = {classes: log(e + classes - 1) - 1 for classes in (3, 1000)}

ORACLE = {
    "negative:nll": [-Z[0][1], -PROBS[0][1], LOSSES[0]],
    "negative:targets": [soft_loss(Z[0], [-1, 1, -1]), -LOSSES[0]],
    "negative:others": [
        mean([bce(2, 1), bce(-2, -1)]),
        mean([bce(2, 1), bce(-2, 0)]),
    ],
    "negative:kl": [
        -PROBS[0][1],  # Σ y (log y − p): all but one y are 0, and log 1 is 0
        LOSSES[0],
        *[soft_loss(Z[0], q) - entropy(q) for q in (numbers("0.1 0.2 0.1"), numbers("0.25 0.5 0.25"))],
    ],
    "negative:padded": [
        mean([bce(z, y) for z, y in zip((4, 3, -4), target)]) for target in ((0, 2, -1), (1, 0, 1))
    ],
    "zero:half": [0, cross_entropy([4, 0], 0)],
    "negative:ignored": [
        *[-100, mean([bce(2, 1), bce(-2, 0), bce(-3, -100)])],
        mean([bce(2, 1), bce(-2, 0)]),
    ],
    "negative:density": [(log(mpf("0.01")) + 0 / mpf("0.01")) / 2],
    "zero:one_column": [0] * 6,
    "zero:one_column_fix": [mean([bce(mpf("1.2"), 1), bce(mpf("-0.7"), 0)])],
    "zero:wrong_dim": [*(log_softmax([z])[0] for z in Z[0]), LOSSES[0]],
    "zero:ignored": [NAN, 0],
    "zero:same": [True, False],
    "zero:small": [log(float32(1 + 2 * exp(-20))), cross_entropy([20, 0, 0], 0)],
    "stuck:table": flat([classes, log(classes)] for classes in (2, 3, 4, 5, 10, 100, 1000, 50257)),
    "stuck:relu": [
        *[log(3), 0, 0, 0, 0],
        *[mean_loss(LAST, Y), *(abs(a - b) / sqrt(2) for a, b in zip(*LAST)), sum(map(abs, flat(LAST_GRADIENTS)))],
    ],
    "stuck:frequencies": [*numbers("0.9 0.1"), *[entropy(numbers("0.9 0.1"))] * 2],
    "stuck:sigmoid": flat(
        [z, mean([bce(z, y) for y in (1, 0, 0, 0)]), mean([bce(1 / (1 + exp(-z)), y) for y in (1, 0, 0, 0)])]
        for z in numbers("0 -1.1 -3 -20")
    ),
    # Backwards, the softmax of equal logits divides by C.
    "stuck:twice": [log(10), mpf(1) / 10 - 1, log(10), (mpf(1) / 10 - 1) / 10],
    "floor:twice": [3, TWICE[3], TWICE[3], 1000, TWICE[1000], TWICE[1000]],
    "floor:logarithm": [cross_entropy(PROBS[0], 1), LOSSES[0], LOSSES[0]],
    "floor:soft": [
        *[soft_loss(Z[0], SOFT), entropy(SOFT)],
        *[soft_loss(Z[0], SOFT) - entropy(SOFT)] * 2,
        entropy(smoothed([1, 0, 0])),
    ],
    "floor:conflict": [mean_loss([[5, 5, -20]] * 2, [0, 1]), soft_loss([5, 5, -20], [1, 1, 0]), True],
}  # fmt: skip
