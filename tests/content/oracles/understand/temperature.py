"""What the transcripts of `snippets/understand/temperature/` print."""

from itertools import product
from math import prod

from mpmath import diff, exp, findroot, log, mpf

from ..definitions import NAN, cross_entropy, flat, gradient, mean, numbers, softmax

Z = numbers("2.5 3.5 1.5")


def scaled(z, t):
    """The logits divided by the temperature."""
    return [each / mpf(t) for each in z]


VALIDATION = [numbers(row) for row in (
    "6 1 0", "0.5 5 1", "1 0 4", "4.5 3 0", "0 3.5 3", "2 6.5 0",
    "5 0 1", "1 2 1.5", "3 0.5 0", "0 4 1", "1 0 5.5", "2.5 2 0",
)]  # fmt: skip
TARGETS = [0, 1, 2, 1, 1, 1, 2, 2, 0, 0, 2, 0]
HITS = [z.index(max(z)) == c for z, c in zip(VALIDATION, TARGETS)]


def mean_loss(t):
    """Of the validation set at a temperature."""
    return mean([cross_entropy(scaled(z, t), c) for z, c in zip(VALIDATION, TARGETS)])


def confidences(t):
    """The largest probability of each row."""
    return [max(softmax(scaled(z, t))) for z in VALIDATION]


def slope(beta):
    """The derivative of the mean loss with respect to beta, as a difference quotient."""
    h = mpf(10) ** -16
    losses = [
        mean([cross_entropy([(beta + d) * each for each in z], c) for z, c in zip(VALIDATION, TARGETS)])
        for d in (h, -h)
    ]
    return (losses[0] - losses[1]) / (2 * h)


BETA = findroot(slope, (mpf("0.1"), mpf(1)), solver="anderson", tol=1e-12)
BEST = 1 / BETA
AROUND = flat([t, mean_loss(t), mean(confidences(t)), sum(HITS)] for t in (0.5, 1, 2, BEST, 3, 5))
TARGET_LOGIT = mean([z[c] for z, c in zip(VALIDATION, TARGETS)])

PROBABLE = [softmax(z) for z in VALIDATION]


def probable_loss(beta):
    """The mean loss of the validation set if its probabilities times beta are taken for logits."""
    return mean([cross_entropy([beta * each for each in p], c) for p, c in zip(PROBABLE, TARGETS)])


PROBABLE_T = 1 / findroot(lambda beta: diff(probable_loss, beta), (mpf(1), mpf(3)), solver="anderson", tol=1e-12)

CONFIDENCE = numbers("0.98 0.96 0.94 0.92 0.88 0.86 0.84 0.82 0.68 0.62 0.58 0.52")
RIGHT = [1, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 1]


def expected_calibration_error(confidence, right, bins):
    """The sum over the bins of |sum of confidences − number of right ones|, by the number of all."""
    gaps = [0] * bins
    for c, r in zip(confidence, right):
        gaps[min(int(c * bins), bins - 1)] += c - r
    return sum(abs(gap) for gap in gaps) / len(confidence)


TABLE = []
for confidence, right in ((CONFIDENCE[10:], RIGHT[10:]), (CONFIDENCE[8:10], RIGHT[8:10]),
                          (CONFIDENCE[4:8], RIGHT[4:8]), (CONFIDENCE[:4], RIGHT[:4])):  # fmt: skip
    sure, share = mean(confidence), mpf(sum(right)) / len(right)
    TABLE += [min(confidence), max(confidence), len(right), sure, share, abs(sure - share)]

TEACHER, STUDENT = numbers("5 2 -1"), numbers("1 3 0")


def distilled(t):
    """The gradient of the cross-entropy with soft targets, both sides at a temperature."""
    q = softmax(scaled(TEACHER, t))
    return gradient(lambda z: -sum(a * log(b) for a, b in zip(q, softmax(scaled(z, t)))), STUDENT)


TOKENS = numbers("2 3 0.5 1.5 1")


def kept(indices, t):
    """The softmax at a temperature over some of the tokens; the others have the probability 0."""
    total = sum(exp(TOKENS[i] / mpf(t)) for i in indices)
    return [exp(z / mpf(t)) / total if i in indices else mpf(0) for i, z in enumerate(TOKENS)]


def nucleus(t, p):
    """The fewest tokens whose probabilities at a temperature add up to p or more."""
    probs, chosen = softmax(scaled(TOKENS, t)), []
    while sum(probs[i] for i in chosen) < p:
        chosen.append(max((i for i in range(5) if i not in chosen), key=probs.__getitem__))
    return chosen


GAP = [z - v for z, v in zip(STUDENT, TEACHER)]
SOFT = sum(q * log(q / p) for q, p in zip(softmax(scaled(TEACHER, 4)), softmax(scaled(STUDENT, 4))))
HARD = cross_entropy(STUDENT, 0)
ROWS = [numbers("2 1.9 -5"), numbers("1 0 0")]


def by_chance(confidence):
    """The expected calibration error if each prediction is right with the probability that it gives: by ten bins."""
    total = 0
    for b in range(10):
        within = [c for c in confidence if int(c * 10) == b]
        for hits in product([0, 1], repeat=len(within)):
            total += prod(c if hit else 1 - c for c, hit in zip(within, hits)) * abs(sum(within) - sum(hits))
    return total / len(confidence)


ORACLE = {
    "predictions:limit": [mpf(10) ** 6, 0.25, log(4), 10, log(4) / log(10), 0.01, 0],
    "predictions:all_right": flat(
        [t, mean([log(1 + exp(-gap / mpf(t))) for gap in (1, 3)])] for t in (mpf("0.1"), 1, 100)
    ),
    "predictions:two_bins": numbers("0.4 0 0.16 10 0.2 0.4"),
    "predictions:divided": numbers("4 -0.125 4 -0.5 4 -2 0.125"),
    "predictions:four": [
        *(1, softmax(Z)[1], 4, softmax(scaled(Z, 4))[1]),
        *(softmax(Z)[1] / 4, 1, 4, softmax(scaled(Z, mpf(1) / 4))[1]),
    ],
    "scaled:table": [1, 0] + flat(
        [t, *softmax(scaled(Z, t)), 1, cross_entropy(scaled(Z, t), 1), cross_entropy(scaled(Z, t), 0)]
        for t in numbers("0.1 0.5 1 2 10 100")
    ),
    "scaled:powers": softmax(scaled(Z, 2)) * 2,
    "scaled:limits": [
        mpf("0.001"), 0, 1, 0, 1e6, *[mpf(1) / 3] * 3, 1e6, log(3), 3, log(3), 0, NAN, NAN, NAN, 0.5, 0.5, 0,
    ],
    "scaled:rounding": [True, 0, 1],
    "scaled:between_rows": flat([t, *(max(softmax(scaled(row, t))) for row in ROWS)] for t in (1, 10)),
    "sampling:keep": [
        *flat(
            [t, *softmax(scaled(TOKENS, t)), 2, *kept((0, 1), t), mpf("0.8"), *kept(nucleus(t, mpf("0.8")), t)]
            for t in (0.5, 1, 2)
        ),
        *kept(nucleus(1, mpf("0.8")), 2),
    ],
    "best:data": [sum(HITS), 12, mean(confidences(1)), mean_loss(1)],
    "best:bisect": [0, slope(mpf(0)), 1, slope(mpf(1)), BETA, BEST],
    "best:around": AROUND,
    "best:condition": [TARGET_LOGIT, TARGET_LOGIT],
    "calibration:dozen": [mean(CONFIDENCE), mpf(sum(RIGHT)) / 12],
    "calibration:bins": TABLE,
    "calibration:error": [
        *[expected_calibration_error(CONFIDENCE, RIGHT, 10)] * 2,
        *flat([bins, expected_calibration_error(CONFIDENCE, RIGHT, bins)] for bins in (5, 2, 1)),
    ],
    "calibration:validation": flat(
        [t, mean(confidences(t)), expected_calibration_error(confidences(t), HITS, 10)] for t in numbers("1 2.2644")
    ),
    "calibration:chance": [by_chance(confidences(mpf("2.2644")))],
    "calibration:constant": [mpf(1) / 3, 0],
    "fitted:scores": [
        *[BEST, mean_loss(1), mean_loss(BEST)] * 2,
        *[PROBABLE_T, probable_loss(1), probable_loss(1 / PROBABLE_T)],
    ],
    "fitted:errors": [10, 15] + flat(
        [t, mean_loss(t), *(expected_calibration_error(confidences(t), HITS, bins) for bins in (10, 15))]
        for t in numbers("1 1.5 2.2644 3")
    ),
    "gradient:autograd": flat(
        [t, *gradient(lambda z, t=t: cross_entropy(scaled(z, t), 0), Z), True] for t in numbers("0.5 1 2 10")
    ),
    "gradient:sure": flat(
        [c, t, abs(gradient(lambda z, t=t, c=c: cross_entropy(scaled(z, t), c), numbers("10 0"))[c])]
        for c in (0, 1)
        for t in (1, 2, 10)
    ),
    "distillation:table": flat([t, *distilled(t), *(g * t**2 for g in distilled(t))] for t in (1, 2, 5, 10, 100)),
    "distillation:limit": [(gap - mean(GAP)) / 3 for gap in GAP],
    "distillation:loss": [SOFT, 16 * SOFT, HARD, 8 * SOFT + HARD / 2],
}  # fmt: skip
