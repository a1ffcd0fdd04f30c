"""What the transcripts of `snippets/reference/losses/regression/` print."""

from functools import partial

from mpmath import mpf, sign

from ...definitions import NAN, by_numpy, flat, gradient, mean, numbers, reductions


def l1(e):
    """|e|."""
    return abs(e)


def mse(e):
    """e²."""
    return e**2


def huber(e, delta=1):
    """e² / 2 up to delta, and delta (|e| − delta / 2) from there."""
    return e**2 / 2 if abs(e) <= delta else delta * (abs(e) - mpf(delta) / 2)


def smooth_l1(e, beta=1):
    """e² / (2 beta) below beta, and |e| − beta / 2 from there; |e| for a beta of 0."""
    return e**2 / (2 * mpf(beta)) if abs(e) < beta else abs(e) - mpf(beta) / 2


ERRORS = numbers("-0.5 0 3")  # the inputs 2.5, 0, 5 less the targets 3, 0, 2


def slopes(loss, errors):
    """The gradient of the mean of the losses."""
    return gradient(lambda e: mean([loss(each) for each in e]), errors)


def of(loss, errors=ERRORS):
    """The losses of the errors."""
    return [loss(e) for e in errors]


def descend(x, rate, steps):
    """x, its loss and its gradient before each step of gradient descent on |x|."""
    for _ in range(steps):
        yield x, l1(x), sign(x)
        x -= rate * sign(x)


GRID = [x - y for x in numbers("2.5 0 5") for y in numbers("3 0 2")]  # each input less each target
SUMS = {loss: sum(w * e for w, e in zip([1, 1, 4], of(loss))) for loss in (l1, mse, huber, smooth_l1)}  # weighted
DELTAS, BETAS = numbers("0.01 1 100"), numbers("0.5 1 2")
WITH_DELTA = [mean(of(partial(huber, delta=d))) for d in DELTAS]
WITH_BETA = {b: mean(of(partial(smooth_l1, beta=b))) for b in [*BETAS, mpf(0), mpf(100)]}
OUTLIER = numbers("-1 -1 -10")
VALUES = numbers("1 2 9")

BRIER = mpf("0.7") ** 2 + mpf("0.8") ** 2 + mpf("0.1") ** 2

ORACLE = by_numpy({
    "l1_loss:example": reductions(of(l1)),
    "l1_loss:gradient": 2 * slopes(l1, ERRORS),
    "l1_loss:pitfall_step": flat(descend(mpf("0.25"), mpf("0.2"), 4)),
    "l1_loss:pitfall_median":
        flat([c, mean(of(l1, [c - y for y in VALUES])), mean(of(mse, [c - y for y in VALUES]))]
             for c in (sorted(VALUES)[1], mean(VALUES))),
    "l1_loss:pitfall_shape": [9, mean(of(l1, GRID)), 3, mean(of(l1))],
    "l1_loss:pitfall_weight": [SUMS[l1] / (1 + 1 + 4), SUMS[l1] / (1 + 1 + 4), 3, SUMS[l1] / 3],
    "mse_loss:example": reductions(of(mse)),
    "mse_loss:gradient": 2 * slopes(mse, ERRORS),
    "mse_loss:pitfall_shape": [9, mean(of(mse, GRID)), 3, mean(of(mse))],
    "mse_loss:pitfall_outlier": [*slopes(mse, OUTLIER), *slopes(l1, OUTLIER)],
    "mse_loss:pitfall_weight":
        [SUMS[mse] / (1 + 1 + 4), SUMS[mse] / (1 + 1 + 4), 3, SUMS[mse] / 3, 0, NAN],  # at last, 0 / (0 + 0 + 0)
    "mse_loss:pitfall_brier": [BRIER / 3, BRIER],
    "mse_loss:pitfall_integers": [mean(of(mse))],
    "huber_loss:example": reductions(of(huber)),
    "huber_loss:gradient": 2 * slopes(partial(huber, delta=2), ERRORS),
    "huber_loss:pitfall_weight":  # alone among them, it divides by the number of elements
        [SUMS[huber] / 3, 3, SUMS[huber] / 3, SUMS[huber] / (1 + 1 + 4), *[SUMS[mse] / (1 + 1 + 4)] * 2],
    "huber_loss:pitfall_delta":
        [*flat([d, loss, loss / d] for d, loss in zip(DELTAS, WITH_DELTA)),
         mean(of(smooth_l1)), mean(of(l1)), mean(of(mse)) / 2],
    "huber_loss:pitfall_dtype": [mean(of(huber, [3 - 2, 0 - 0, 2 - 5]))],
    "smooth_l1_loss:example": reductions(of(smooth_l1)),
    "smooth_l1_loss:gradient": 2 * slopes(partial(smooth_l1, beta=2), ERRORS),
    "smooth_l1_loss:pitfall_huber":
        flat([b, WITH_BETA[b], b * WITH_BETA[b], mean(of(partial(huber, delta=b)))] for b in BETAS),
    "smooth_l1_loss:pitfall_beta": [*flat([b, WITH_BETA[b]] for b in numbers("0 1 100")), mean(of(l1))],
    "smooth_l1_loss:pitfall_weight": [SUMS[smooth_l1] / (1 + 1 + 4)],
})  # fmt: skip
