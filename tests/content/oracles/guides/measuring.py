"""What the transcripts of `snippets/guides/measuring/` print."""

from mpmath import exp, log, mpf, sqrt

from ..definitions import NAN, cross_entropy, flat, mean, numbers, sigmoid, softmax, squared_errors

# Four rows of three classes, their targets, and those that are predicted right.
Z, C = [numbers(row) for row in ("2.5 3.5 1.5", "3 1 0.5", "0.5 1 1.5", "2 0.5 1")], [1, 0, 2, 2]
P = [softmax(z) for z in Z]
CONFIDENCE, RIGHT = [max(p) for p in P], [int(p.index(max(p)) == c) for p, c in zip(P, C)]
NLL = mean([cross_entropy(z, c) for z, c in zip(Z, C)])
BRIER = mean([sum(squared_errors(p, c)) for p, c in zip(P, C)])


def ece(confidence, right, bins):
    """Σ over the bins of the difference between the sums of confidences and of right rows, over the rows."""
    gaps = [0] * bins
    for p, hit in zip(confidence, right):
        gaps[int(p * bins)] += p - hit
    return sum(map(abs, gaps)) / len(right)


def auc(positives, negatives):
    """The share of pairs with the positive row higher, a tie as one half."""
    return mean([mpf((p > n) + mpf(p == n) / 2) for p in positives for n in negatives])


def measures(z, y):
    """Each measure of `batches.py` for rows with one logit."""
    hits = [int((score > 0) == target) for score, target in zip(z, y)]
    tp = sum(score > 0 and target for score, target in zip(z, y))
    nll = mean([log(1 + exp(-score if target else score)) for score, target in zip(z, y)])
    brier = mean([(sigmoid(score) - target) ** 2 for score, target in zip(z, y)])
    pairs = [[score for score, target in zip(z, y) if target == k] for k in (1, 0)]
    f1 = mpf(2 * tp) / (2 * tp + hits.count(0))
    return [mean(hits), nll, brier, exp(nll), f1, ece([sigmoid(abs(score)) for score in z], hits, 10), auc(*pairs)]


SCORES, TARGETS = numbers("5 4 3 2 -1 -2 -3 -4"), [True, True, False, False] * 2
BATCHES = [measures(SCORES[:4], TARGETS[:4]), measures(SCORES[4:], TARGETS[4:])]
TABLE = zip(*BATCHES, measures(SCORES, TARGETS))

LEADS = [numbers("0.5 0.5 0.5 -0.5 -0.5"), numbers("6 6 4 1 -8")]
LOSSES = [[log(1 + exp(-lead)) for lead in leads] for leads in LEADS]


def best(leads):
    """The best of the temperatures 0.5, 1, … 20, and its mean loss."""
    losses = {mpf(halves) / 2: mean([log(1 + exp(-lead * 2 / halves)) for lead in leads]) for halves in range(1, 41)}
    t = min(losses, key=losses.get)
    return [t, losses[t]]


F1 = [mpf(10) / 13, mpf(4) / 6, 0]  # of 6, 3 and 1 targets, 7, 3 and 0 predictions; 5, 2 and 0 are right
SPECIFICITY = [mpf(2) / 4, mpf(6) / 7, 1]  # of 4, 7 and 9 rows of other classes
MORE = [softmax(numbers(row)) for row in ("2 0 1", "0 1 0", "0 0 3", "1 0.5 0")]
ONE_OR_REST = [
    auc(*([p[k] for p, c in zip(MORE, (0, 1, 2, 2)) if (c == k) == its] for its in (True, False))) for k in range(3)
]
ABOVE = numbers("-2.35 -1.15 -0.45 0.35 0.85 1.35 1.85 2.35 2.95 3.85")  # the logits of positive rows, and of negative
BELOW = numbers("-3.95 -3.35 -2.75 -2.25 -1.75 -1.25 -0.75 -0.25 0.55 1.95")


def at_threshold(t):
    """The threshold, the counts TP, FP, FN and TN, precision, recall and F1."""
    tp, fp = sum(z > t for z in ABOVE), sum(z > t for z in BELOW)
    return [t, tp, fp, 10 - tp, 10 - fp, mpf(tp) / (tp + fp), mpf(tp) / 10, mpf(2 * tp) / (10 + tp + fp)]


RECALL, PRECISION = mean([mpf(5) / 6, mpf(2) / 3, 0]), mean([mpf(5) / 7, mpf(2) / 3, 0])

SURE = [-log(mpf("0.9"))] * 9 + [-log(mpf("0.0001"))]
A, B = [[p, sqrt(p * (1 - p) / 1000)] for p in (mpf("0.9"), mpf("0.915"))]
DIFFERENCES = [-1] * 30 + [1] * 45 + [0] * 925  # of the rows
PAIRED = sqrt(mean([(x - mean(DIFFERENCES)) ** 2 for x in DIFFERENCES]) / 1000)
LABELS = [auc([2, 1], [mpf("1.5"), -1]), auc([3, -2], [-1, mpf("0.5")])]  # no row has the third

ORACLE = {
    "answer:loop": [mpf(3) / 4, NLL],
    "modes:modes": [0, 0, False, *numbers("0.665 0.76"), True, *numbers("0.665 0.76"), True],
    "batches:table": [1, 2, *flat([a, b, mean([a, b]), whole] for a, b, whole in TABLE)],
    "processes:sampler": [0, 1, mpf(4) / 6, mpf(4) / 5],
    "ignored:mask": [mpf(3) / 4, mpf(3) / 6, mean([mpf(2) / 3, 1])],
    "ignored:confusion": [1, 0, 1, 2, 1],
    "rises:epochs": [1, mpf("0.6"), mean(LOSSES[0]), *LOSSES[0], 9, mpf("0.8"), mean(LOSSES[1]), *LOSSES[1]],
    "rises:temperature": [1, *best(LEADS[0]), 9, *best(LEADS[1])],
    "threshold:counts": flat(map(at_threshold, numbers("0.7 0.5 0"))),
    "f1:confusion": [*F1, mean(F1), (6 * F1[0] + 3 * F1[1]) / 10, mpf(7) / 10, mpf(7) / 10],
    "f1:others": [RECALL, 2 * PRECISION * RECALL / (PRECISION + RECALL), 0, mpf(2 * 2) / (4 + 3), *SPECIFICITY],
    "f1:empty": [0, 1, PRECISION, 0, 0],
    "several:auc": [mean(ONE_OR_REST), 1],
    "several:labels": [NAN, *LABELS, NAN, 2, mean(LABELS)],
    "ranks:auc": [
        auc(numbers("-0.5 21 22"), numbers("-1 2 20")), auc(numbers("-0.5 9 9"), numbers("-1 2 9")),
        20, 21, 22, 1, 1, 1, 0, 1, auc([0, 1, 1], [0, 1, 1]),
    ],
    "ranks:two": [*[auc(numbers("2 1.5"), numbers("1 1"))] * 2, 1, auc(numbers("3 4.5"), numbers("5 1")), 0, 0],
    "f1:labels": [mpf(10) / 12, mpf(1) / 3, mpf(8) / 12],
    "chance:pairs": [*A, *B, B[0] - A[0], PAIRED, sqrt(A[1] ** 2 + B[1] ** 2)],
    "calibration:brier": [BRIER, BRIER / 2, BRIER / 3, mpf("0.13"), 1, mpf("0.065")],
    "calibration:ece": [
        *CONFIDENCE, *RIGHT,
        *flat([bins, ece(CONFIDENCE, RIGHT, bins)] for bins in (1, 15, 100)),
        mean([abs(p - hit) for p, hit in zip(CONFIDENCE, RIGHT)]),
    ],
    "predictions:f1": [
        *[9, 3, 4, mpf(18) / 25, mean([1, mpf(2) / 9]), 1, mpf(2) / 9],
        *[2, mpf(9) / 16, mpf(9) / 12, mpf(9) / 13],
    ],
    "predictions:sure": [
        *[mean(SURE), SURE[9], SURE[0], -log((mpf("0.9") * 9 + mpf("0.0001")) / 10)],
        *[10, mean(SURE) / log(10)],
    ],
    "sharpness:brier": [
        *[(6 * mpf("0.25") ** 2 + 2 * mpf("0.75") ** 2) / 8, *2 * [mpf("0.25"), mpf("0.75")]],
        *[mpf("0.25") ** 2, mpf("0.25"), mpf("0.75"), 0, 1],
    ],
    "uninformative:chance": [mpf("0.5"), mpf(1) / 20, (1 + mpf(1) / 20) / 2],
    "predictions:recall": [mean([1, mpf(2) / 10]), mpf(92) / 100, mpf(2) / 10],
    "predictions:tie": [mpf(9) / 12, mpf(4) / 6, mpf(5) / 6],
    "predictions:brier": numbers("0.3 0.2 0.1 0.09 0.04 0.01 0.14 0.09") + [mpf("0.14") / 3, mpf("0.6")],
}  # fmt: skip
