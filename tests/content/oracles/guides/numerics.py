"""What the transcripts of `snippets/guides/numerics/` print."""

from math import ceil, frexp, log2
from math import exp as float_exp
from math import log as float_log

from mpmath import exp, ldexp, log, mpf

from ..definitions import INF, NAN, cross_entropy, flat, gradient, log_softmax, numbers, soft_loss, softmax

FORMATS = {"float32": (24, -149, 128), "bfloat16": (8, -133, 128), "float16": (11, -24, 16)}  # digits, smallest, range
Z, TWO = numbers("2.5 3.5 1.5"), numbers("2.5 3.5")


def rounded(x, name):
    """The number of a format nearest to x, ties to even: an ordinary float, which holds all of them exactly."""
    digits, smallest, top = FORMATS[name]
    x = float(x)
    if x in (0, INF, -INF):
        return x
    unit = 2.0 ** max(frexp(x)[1] - digits, smallest)
    nearest = round(x / unit) * unit
    return nearest if abs(nearest) < 2.0**top else INF if x > 0 else -INF


def loss_in(name, z, c):
    """The cross-entropy, the sum of exponentials rounded before the logarithm, and the result."""
    total = rounded(sum(float_exp(each - max(z)) for each in z), name)
    return -rounded(z[c] - max(z) - rounded(float_log(total), name), name)


def mean_in(name, loss, rows):
    """The mean of equal losses as nll_loss adds them up in a format: sixteen at a time, then sixteen of these sums."""
    levels, power = [0.0] * 8, max(4, ceil(log2(rows)) // 8)
    for row in range(rows):
        levels[0] = rounded(levels[0] + loss, name)
        for level in range(7):
            if row & ((1 << power) - 1) << level * power:
                break
            levels[level + 1], levels[level] = rounded(levels[level + 1] + levels[level], name), 0.0
    total = 0.0
    for level in levels:
        total = rounded(total + level, name)
    return rounded(total / rounded(rows, name), name)


def first_gap(name):
    """The smallest whole number whose exponential, as a probability beside 1, is rounded to 0."""
    return next(gap for gap in range(1, 200) if rounded(1 / (1 + exp(gap)), name) == 0)


def masked(target):
    """The loss of a target over the two classes that are left, and its gradient, 0 for the third."""
    return [soft_loss(TWO, target), *gradient(lambda z: soft_loss(z, target), TWO), 0]


NAMES = list(FORMATS)
PAIR = numbers("20.3 19.9")
ROUNDED = {name: [rounded(each, name) for each in PAIR] for name in NAMES}
P0 = exp(2.5) / (exp(2.5) + exp(3.5))
SMALL = 1 / (1 + exp(10)) / 4096  # the gradient of the unlikely class
SMOOTHED = [P0 - mpf("0.1") / 3, 1 - P0 - mpf("0.9") - mpf("0.1") / 3, -mpf("0.1") / 3]
FINITE = [*TWO, -10000]
SMOOTH = mpf("0.9") * cross_entropy(FINITE, 1) + mpf("0.1") / 3 * sum(cross_entropy(FINITE, c) for c in range(3))
HALF_LOSS = loss_in("float16", [4.0, 0.0], 0)
BFLOAT_LOSS = loss_in("bfloat16", [0.0] * 10, 0)
THIRD = mpf(1) / 3

ORACLE = {
    "recipe:use": [
        cross_entropy(TWO), *(rounded(each, "float16") for each in masked([0, 1])[1:]), 0, 0, 0, *[0] * 7,
    ],
    "bits:bits": flat([s - d, d - 1] for s, (d, _, _) in zip((32, 16, 16), FORMATS.values())),
    "half:formats": [1, 0] + flat(
        [ldexp(1, 1 - d), (1 - ldexp(1, -d)) * ldexp(1, top), ldexp(1, low)]
        for d, low, top in FORMATS.values()
    ),
    "half:loss": flat([loss_in(name, [2.5, 3.5, 1.5], 1), rounded(cross_entropy(Z), name)] for name in NAMES),
    "half:logits": flat([cross_entropy([mpf(each) for each in ROUNDED[name]]), *ROUNDED[name]] for name in NAMES),
    "half:gaps": flat([first_gap(name), -INF, -first_gap(name)] for name in NAMES),
    "many_classes:equal": flat(
        [n, rounded(log(rounded(n, "float16")), "float16"), log(n)] for n in (65_519, 65_520)
    ),
    "soft_total:total": [INF, 20],
    "means:total": [20, 20, 20, mean_in("float16", 20.0, 4096), 20, 20],
    "means:count": [
        65_519, mean_in("float16", HALF_LOSS, 65_519), False, rounded(65_519, "float16"),
        65_520, mean_in("float16", HALF_LOSS, 65_520), True, rounded(65_520, "float16"),
    ],
    "means:bfloat": [10, log(10), BFLOAT_LOSS, mean_in("bfloat16", BFLOAT_LOSS, 8192), log(10)],
    "means:scale": [1, rounded(SMALL, "float16"), 1024, rounded(SMALL * 1024, "float16") / 1024, SMALL],
    "autocast:two_ways": [cross_entropy(Z), loss_in("bfloat16", [2.5, 3.5, 1.5], 1), cross_entropy(Z)],
    "masks:grid": [
        *masked([0, 1]), NAN, *masked([0, 1])[1:], INF, *SMOOTHED, INF, P0, 1 - P0, -1,
    ],
    "masks:why": [cross_entropy(TWO), 0, log_softmax(TWO)[1], NAN],
    "masks:binary": [cross_entropy([2.5, 0]), NAN, cross_entropy([2.5, 0])],
    "masks:one_hot": masked([0, 1]),
    "masks:smooth": [0.05, 0.95, 0, *masked(numbers("0.05 0.95"))],
    "masks:finite": [cross_entropy(FINITE), cross_entropy(FINITE), SMOOTH, cross_entropy(FINITE, 2)],
    "masks:fill": [loss_in("float16", [2.5, 3.5], 1)],
    "lowest:half": [
        *(-loss_in("float16", [2.5, 3.5, -65504.0], c) for c in range(3)), loss_in("float16", [2.5, 3.5, -65504.0], 1),
        *(-loss_in("float16", [2.5, 20.0, -65504.0], c) for c in range(3)), NAN,
    ],
    "masks:all_masked": [-INF, NAN, NAN, NAN, NAN, -10000, log(3), THIRD, THIRD - 1, THIRD],
    "rows:ignored": [True, *gradient(cross_entropy, Z), NAN, NAN, NAN],
    "added_mask:ways": [NAN, NAN, NAN, *[0] * 6],
    "rows:ways": [0, NAN, NAN, NAN, NAN, cross_entropy(Z), NAN, NAN, NAN, *[cross_entropy(Z), 0, 0, 0] * 2],
    "means:one_hot": [mean_in("bfloat16", BFLOAT_LOSS, 8192), rounded(log(10), "bfloat16"), log(10), log(10)],
    "masks:infinite_logits": [NAN, NAN, INF, NAN],
    "empty:empty": [NAN, 0],
    "empty:all_ignored": [NAN, 0, 0, 0, 0, NAN, NAN, NAN, NAN],
    "empty:clamp": [0, 0, 0, 0, 0, cross_entropy(Z), cross_entropy(Z)],
    "predictions:largest": [INF, 65504, rounded(100000, "bfloat16"), mpf("3.38953e38")],
    "predictions:underflow": [0, -20, 0, -INF, NAN, INF, 20, softmax([0, 20])[0], mpf(2) ** -24],
    "predictions:total": [5000, 10, 50000, 8000, INF, 80000, 65504, 65520, INF, INF, INF, NAN, 10, INF, 0],
    "predictions:masked": [NAN, log(2), INF, log(3)],
    "predictions:ignored": [cross_entropy([1, 0], 0), softmax([1, 0])[0] - 1, softmax([1, 0])[1], NAN, NAN],
    "predictions:clamped": [mpf("0.5"), mpf("0.25"), 1, mpf("0.5"), 2, 8, mpf("0.125")],
}  # fmt: skip
NO_NUMBERS = {"autocast:dtypes", "autocast:gradients", "autocast:half_parameters"}
