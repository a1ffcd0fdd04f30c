"""What the transcripts of `snippets/understand/log-softmax/` print."""

import itertools

import numpy as np
from mpmath import exp, floor, ldexp, log, mpf, nint

from ..definitions import INF, NAN, cross_entropy, flat, float32, log_of_softmax, log_softmax, numbers, sigmoid

# binary digits and largest exponent of float16, bfloat16, float32 and float64
TYPES = [(11, 15), (8, 127), (24, 127), (53, 1023)]
EPSILON = mpf("1e-9")


def limits(digits, top):
    """The largest number of a type, the one from which rounding gives infinity, and the smallest above 0."""
    return (
        ldexp(1, top + 1) - ldexp(1, top - digits + 1),
        ldexp(1, top + 1) - ldexp(1, top - digits),
        ldexp(1, 2 - top - digits),
    )


def step(x, digits):
    """How far apart the numbers of a type stand at x."""
    return ldexp(1, int(floor(log(x, 2))) - digits + 1)


def rounded(x, digits, top):
    """The nearest number of a type."""
    unit = max(step(x, digits), limits(digits, top)[2])
    return nint(x / unit) * unit if x < limits(digits, top)[1] else INF


def down(x, digits):
    """The largest number of a type that is not above x."""
    return floor(x / step(x, digits)) * step(x, digits)


def first(holds, below, digits):
    """The first number of a type, counted from a little below one, for which `holds`."""
    start, unit = down(below, digits), step(below, digits)
    return next(x for x in (start + k * unit for k in itertools.count(-4)) if holds(x))


def exp_row(digits, top):
    largest, infinite, least = limits(digits, top)
    return [log(largest), down(log(infinite), digits), log(least / 2), -down(-log(least / 2), digits)]


def gap_row(digits, top):
    _, infinite, least = limits(digits, top)

    def p(gap):
        return rounded(sigmoid(-gap), digits, top)

    lost = first(lambda gap: 1 / p(gap) >= infinite, log(infinite), digits)
    gone = first(lambda gap: p(gap) == 0, -log(least / 2), digits)
    return [lost, gone, log_softmax([0, -gone])[1]]


def formula(z):
    """z_k − log Σ_j e^z_j, in float32 but for the last two steps, and the sum."""
    total = float32(sum(float32(exp(each)) for each in z))
    log_sum = total if total == INF else log(total) if total else -INF
    return [total, *(float(each) - float(log_sum) if abs(log_sum) == INF else each - log_sum for each in z)]


def backward(gap):
    """For -log(softmax([0, -gap]))[1] in float32: what reaches softmax, the sum of that times p, and the gradient."""
    with np.errstate(all="ignore"):
        p = np.array([float(float32(each)) for each in (sigmoid(gap), sigmoid(-gap))], dtype=np.float32)
        arriving = np.array([0, -1], dtype=np.float32) / p
        total = (p * arriving).sum()
        grad = p * (arriving - total)
    return (*([float(each) for each in row] for row in (arriving, [total], grad)),)


def at_ends(offset):
    z = [mpf(offset), mpf(offset + 2)]
    return [offset, formula(z)[1], *[log_softmax([0, 2])[0]] * 2]


def order(offset):
    at_once = offset - float32(offset - log_softmax([0, 1])[0])
    return [offset, at_once, *[log_softmax([0, 1])[0]] * 2]


def near_one(gap):
    total = float32(1 + float32(exp(-gap)))
    return [gap, -log(float32(1 / total)), log(total), cross_entropy([gap, 0], 0)]


def sides(gap):
    """Where the loss is about exp(-gap): gradients of two logits, then loss and gradient of one, for both targets."""
    left, lost = sigmoid(-gap), float32(sigmoid(gap)) - 1
    loss = log(1 + exp(-gap))
    return [lost, left, 1, loss, lost, 0, float32(gap + loss) - gap, left]


def from_probability(gap):
    """The gap, the logarithm of the rounded probability, and whether that is the log-probability to six digits."""
    found, exact = log_of_softmax([0, -gap])[1], log_softmax([0, -gap])[1]
    return [gap, found, bool(abs(found - exact) < mpf("1e-6") * abs(exact))]


def patched(gap):
    p = sigmoid(-gap)
    return [gap, cross_entropy([0, -gap]), p - 1, -log(p + EPSILON), p / (p + EPSILON) * (p - 1)]


ORACLE = {
    "predictions:sum_in_half": [59872, 59872, INF, 65504, 2 * exp(11)],
    "predictions:right": [NAN, NAN, 0, 0, 90, INF, NAN],
    "predictions:very_negative": [-INF, INF, INF, *log_softmax(numbers("-200 -200"))],
    "predictions:shifted": [0, 0, -100, 2, log_softmax(numbers("1000 1000 900"))[0], -log(3), log(2)],
    "predictions:lead": [1, ldexp(1, -23), 0, log(1 + exp(-20)), 20],
    "predictions:cap": [mpf("1e-6"), 6 * log(10), mpf("1e-9"), 9 * log(10), 10, 6],
    "at_a_glance:three_forms": [
        100, 101, *log_softmax([0, 1]), -INF, -INF, *log_softmax([0, 1]),
        0, -104, *log_of_softmax([0, -104]), *formula([mpf(0), mpf(-104)])[1:], *log_softmax([0, -104]),
    ],
    "thresholds:exp": [2, 0, *flat(exp_row(*each) for each in TYPES)],
    "thresholds:gaps": [-INF, *flat(gap_row(*each) for each in TYPES)],
    "gaps:table": flat(
        [gap, -log_of_softmax([0, -gap])[1], *backward(gap)[2], cross_entropy([0, -gap]), sigmoid(gap), -sigmoid(gap)]
        for gap in numbers("80 90 100 104")
    ),
    "gaps:backward": flat(backward(90)),
    "gaps:right": [0, NAN, NAN, 0, 0, 0],
    "picked:right": [0, 0, 0, 0, 1, INF, NAN, NAN],
    "formula:both_ends": flat(
        [*z, *formula(z), *log_softmax(z)] for z in map(numbers, ("88 87", "89 88", "-104 -105", "88 88 88"))
    ),
    "stable:by_hand": [-1, 0, -101, exp(-1) + 1 + exp(-101), *log_softmax([100, 101, 0]), True],
    "stable:order": flat(order(each) for each in (0, 1000, 10_000, 100_000, 10_000_000)),
    "stable:too_large": [float32(mpf(10) ** 8) == float32(mpf(10) ** 8 + 1), -log(2), -log(2)],
    "precision:forms": [-log(1 + exp(2))],
    "precision:values": flat(at_ends(each) for each in (-106, -104, -100, -96, 0, 86, 88)),
    "precision:steps": [*(step(each + 2, 24) for each in (0, 10, 20, 40, 80)), -86, 86, True],
    "near_one:table": flat(near_one(each) for each in numbers("5 10 15 17")),
    "near_one:large": [rounded(1_000_000 - float32(mpf("0.1")), 24, 127) * -1,
        log_softmax([float32(mpf("0.1")), mpf(10) ** 6])[0]],
    "near_one:sides": sides(17),
    "many_classes:sum": [0, log(1 + mpf(7) / 8 * 99_999 * exp(-17.5)), log(1 + 99_999 * exp(-17.5))],
    "from_probabilities:gaps": flat(from_probability(gap) for gap in (1, 5, 20, 40, 80, 100, 104)),
    "epsilon:table": [EPSILON, *flat(patched(each) for each in numbers("10 20 30 50"))],
    "epsilon:cap": [-log(EPSILON)],
    "epsilon:factor": flat([p, p / (p + EPSILON)] for p in numbers("1e-2 1e-5 1e-8 1e-9 1e-10 1e-13")),
    "epsilon:half": [
        *(rounded(each, 11, 15) for each in (sigmoid(18), sigmoid(-18))),
        *(log(p) if p else -INF for p in (mpf(1), rounded(EPSILON, 11, 15))), 0, log_softmax([0, -18])[1],
    ],
    "epsilon:clamp": [0, 0],
}  # fmt: skip
NO_NUMBERS = {"autocast:dtypes"}
