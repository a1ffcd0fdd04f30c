"""What the transcripts of `snippets/guides/weights-and-masks/` print, from one formula, in 50 digits."""

from mpmath import binomial, log, mpf

from ..definitions import (
    EPS,
    INF,
    NAN,
    cross_entropy,
    entropy,
    flat,
    gradient,
    mean,
    numbers,
    shares,
    smoothed,
    soft_loss,
    softmax,
)

P = [numbers("0.5 0.3 0.2"), numbers("0.1 0.6 0.3"), numbers("0.3 0.3 0.4"), numbers("0.2 0.7 0.1")]
Y, W, ONES = [0, 1, 2, 1], [1, 2, 4], [1, 1, 1]
SOFT = [numbers("1 0 0"), numbers("0 0.8 0.2"), numbers("0 0.5 0.5"), numbers("0.1 0.9 0")]
ONE_HOT = [[mpf(k == c) for k in range(3)] for c in Y]
LABEL = smoothed([0, 1, 0], mpf("0.1"))
SMOOTH = soft_loss(numbers("2.5 3.5 1.5"), LABEL)
PLAIN = [-log(p[c]) for p, c in zip(P, Y)]


def loss(p, y, w=ONES):
    return -sum(a * b * log(c) for a, b, c in zip(w, y, p) if a * b)


def floor(a):
    """The least -Σ_k a_k log p_k: at p = a / Σ_k a_k."""
    return loss(shares(a), a)


def combination(targets, w, eps, kept=4, by_index=True):
    """The mean's denominator, the mean twice, and the floor."""
    q = [smoothed(y, eps) for y in targets[:kept]]
    total = sum(w[c] for c in Y[:kept]) if by_index else 4
    whole = sum(loss(p, y, w) for p, y in zip(P, q)) / total
    return [total, whole, whole, sum(floor([a * b for a, b in zip(w, y)]) for y in q) / total]


TABLE = [
    [eps, *combination(targets, w, eps, kept, by_index)]
    for targets, kept, by_index in ((ONE_HOT, 4, True), (ONE_HOT, 3, True), (SOFT, 4, False))
    for eps in (mpf(0), EPS)
    for w in (ONES, W)
]
WEIGHTED = [W[c] * each for c, each in zip(Y, PLAIN)]
Q = [smoothed(y) for y in ONE_HOT]
SMOOTHED = [loss(p, q) for p, q in zip(P, Q)]
BOTH = [loss(p, q, W) for p, q in zip(P, Q)]
UNIFORM = [-mean([log(each) for each in p]) for p in P]
GRADIENTS = [[p - (k == c) for k, p in enumerate(row)] for row, c in zip(P, Y)]
SOFT_LOSSES = [loss(p, y) for p, y in zip(P, SOFT)]
ENTROPIES = [loss(y, y) for y in SOFT]
STEEP = [a * b for a, b in zip([1, 1, 30], Q[0])]
TILT = [a * b for a, b in zip(numbers("1 2 4"), numbers("0.1 0.7 0.2"))]
Z_BEST = [log(each) for each in shares(TILT)]


def lead(at):
    return soft_loss([mpf(at), 0, 0], Q[0])


def floors(classes):
    own, other = 1 - EPS + EPS / classes, EPS / classes
    return [classes, own, other, log(own / other), -own * log(own) - (classes - 1) * other * log(other)]


def of_sums(row):
    """The row, its loss beside p = (0.5, 0.3, 0.2), and the gradient by differences."""
    y = numbers(row)
    return [*y, loss(P[0], y), *gradient(lambda z: soft_loss(z, y), [log(p) for p in P[0]])]


def without_class(w, ignored, eps):
    """The mean with these weights, rows of class `ignored` left out."""
    rows = [n for n in range(4) if Y[n] != ignored]
    return sum(loss(P[n], smoothed(ONE_HOT[n], eps), w) for n in rows) / sum(w[Y[n]] for n in rows)


def counted(w):
    """The weights, the means with indices, smoothing and one-hot targets of 0, 0, 0, 1, and that of 0, 0, 1, 2."""
    rows = [[mpf(k == c) for k in range(3)] for c in (0, 0, 0, 1)]
    finite = w[2] != INF
    hard = -sum(w[c] * log(p[c]) for p, c in zip(P, (0, 0, 0, 1)))
    soft = sum(loss(p, smoothed(y), w) for p, y in zip(P, rows)) if finite else INF
    total = 3 * w[0] + w[1]
    late = sum(w[c] * -log(p[c]) for p, c in zip(P, (0, 0, 1, 2))) / (2 * w[0] + w[1] + w[2]) if finite else NAN
    return [*w, hard / total, soft / total, hard / 4 if finite else NAN, 2, late]


def by_batches(size):
    """The optimum of class 1 for the mean of batches, of share 1/5 and weight 4, and what it is over the weights."""
    share = mpf(1) / 5
    chances = [binomial(size, k) * share**k * (1 - share) ** (size - k) for k in range(size + 1)]
    best = sum(chance * 4 * k / (size + 3 * k) for k, chance in enumerate(chances))
    return [size, best, best / 4 / (1 - best + best / 4)]


def focal_optimum(gamma):
    """Of the thousandths, the probability of class 1, of share 1/5, where the focal loss is smallest."""
    thousandths = [mpf(k) / 1000 for k in range(1, 1000)]
    return min(thousandths, key=lambda p: -((1 - p) ** gamma * log(p)) / 5 - 4 * p**gamma * log(1 - p) / 5)


POLY = [each + 2 * (1 - p[c]) for p, c, each in zip(P, Y, PLAIN)]
FOCAL = [(1 - p[c]) ** 2 * each for p, c, each in zip(P, Y, PLAIN)]

ORACLE = {
    "one_formula:table": flat(TABLE),
    "class_weights:mean":
        [*PLAIN, 1, 2, 4, 2, *WEIGHTED, sum(WEIGHTED), 9, *[sum(WEIGHTED) / 9] * 2, sum(WEIGHTED) / 4],
    "class_weights:scale": [sum(10 * each for each in WEIGHTED) / 90],
    "class_weights:single": [4, PLAIN[2], WEIGHTED[2] / 4, WEIGHTED[2]],
    "class_weights:optimum": [mpf("0.5"), mpf("0.5"), True, mpf("0.8"), mpf("0.2")],
    "class_weights:batches": flat(by_batches(size) for size in (1, 8, 32, 256)),
    "class_weights:proper": flat([gamma, focal_optimum(gamma)] for gamma in (0, 1, 2)),
    "class_weights:saturated": [mpf("0.5"), NAN, NAN, mpf("1.5"), 0, 0],
    "pairs:tipping": [mpf("0.95") / (mpf("0.95") + 100 * mpf("0.05")), 19],
    "class_weights:counts": flat(counted([mpf(4) / 9, mpf(4) / 3, last]) for last in (INF, mpf(4) / 3)),
    "class_weights:focal":
        [*(p[c] for p, c in zip(P, Y)), *FOCAL, mean(FOCAL), sum(W[c] * each for c, each in zip(Y, FOCAL)) / 9],
    "class_weights:poly": [*PLAIN, *POLY, sum(W[c] * each for c, each in zip(Y, POLY)) / 9],
    "ignored_rows:mean": [*PLAIN[:3], 0, sum(PLAIN[:3]), 3, *[mean(PLAIN[:3])] * 2, sum(PLAIN[:3]) / 4],
    "ignored_rows:none_left": [NAN, 0],
    "ignored_rows:several": [0, -100, -100, 1, -100],
    "row_weights:mean": [log(2), log(4), log(2), (log(2) + 3 * log(4)) / 4, (log(2) + 3 * log(4)) / 3],
    "ignored_rows:row": [0, *PLAIN[1:], 0, 0, 0, *flat(GRADIENTS[1:])],
    "ignored_rows:class": [
        -INF, log(P[1][1]), log(P[1][2]), 0,
        *[cross_entropy([log(p) for p in row[1:]], c - 1) for row, c in zip(P[1:], Y[1:])],
    ],
    "ignored_rows:nan": [cross_entropy([1, 0], 0), softmax([1, 0])[0] - 1, softmax([1, 0])[1], NAN, NAN],
    "upstream:upstream":
        [log(2), *[NAN] * 6, log(2), *numbers("-0.25 0.25 -0.25 0.25 0 0")],  # p = (1, 1) / 2, attention (1, 1, 0) / 2
    "upstream:functions": [*[0] * 6, False, NAN, False, True, NAN, True, NAN, True],
    "smoothing:target": [*flat(Q), *SMOOTHED, mean(SMOOTHED), mean(SMOOTHED)],
    "smoothing:split": [*PLAIN, *UNIFORM, (1 - EPS) * mean(PLAIN) + EPS * mean(UNIFORM)],
    "smoothing:lead": flat([mpf(at), lead(at)] for at in ("2", "3", "3.3322", "4", "8")),
    "smoothing:floors": flat(floors(classes) for classes in (2, 3, 10, 1000)),
    "smoothing:range": [0, 1, mpf("1.1"), mean(PLAIN), mean(PLAIN)],
    "smoothing:nll": [mean(SMOOTHED)] * 2,
    "other_classes:others": [
        *numbers("0.9 0.05 0.05"), soft_loss([2, 1, 0], numbers("0.9 0.05 0.05")),
        *flat([eps, soft_loss([2, 1, 0], smoothed([1, 0, 0], eps))] for eps in numbers("0.15 0.1")),
    ],
    "soft_targets:mean": [*SOFT_LOSSES, *[mean(SOFT_LOSSES)] * 2, *ENTROPIES, mean(ENTROPIES)],
    "soft_targets:sums": flat(of_sums(row) for row in ("1 0 0", "2 0 0", "1 0 0.5", "0 0 0")),
    "soft_targets:negative": [loss(P[0], [2, 0, -1])],
    "soft_targets:check": [True, True, False, False],
    "pairs:weight_soft": [*WEIGHTED, sum(WEIGHTED), *[sum(WEIGHTED) / 4] * 2, *[sum(WEIGHTED) / 9] * 2],
    "pairs:weight_smoothing": [
        *flat([a * b for a, b in zip(W, q)] for q in Q), *BOTH, sum(BOTH), 9, *[sum(BOTH) / 9] * 2,
    ],
    "pairs:smoothed_one_hot": [sum(BOTH) / 4] * 2,
    "pairs:flip":
        [Q[0][0] / Q[0][2], *STEEP, *shares(STEEP), floor(STEEP), soft_loss([8, 0, 0], STEEP)],
    "pairs:weight_ignore": [*WEIGHTED[:3], 0, sum(WEIGHTED[:3]), 7, *[sum(WEIGHTED[:3]) / 7] * 2],
    "pairs:zero_weight": flat(
        [
            eps, sum(loss(P[n], smoothed(ONE_HOT[n], eps), [1, 0, 4]) for n in range(4)) / 5,
            without_class([1, 0, 4], 1, eps),
        ]
        for eps in (mpf(0), EPS)
    ),
    "pairs:ignore_smoothing": [*SMOOTHED[:3], 0, *[mean(SMOOTHED[:3])] * 2],
    "pairs:infinite": [cross_entropy([1, 0], 0), INF, NAN],
    "pairs:ignore_soft": [mean(PLAIN)] * 2,
    "pairs:mask_soft": [mean(PLAIN[:3])] * 2,
    "pairs:smoothing_soft": [*flat(map(smoothed, SOFT)), *[mean([loss(p, smoothed(y)) for p, y in zip(P, SOFT)])] * 2],
    "pairs:all_three": [*BOTH[:3], 0, sum(BOTH[:3]), *[sum(BOTH[:3]) / 7] * 2],
    "floor:row": [*TILT, sum(TILT), *shares(TILT), *[floor(TILT)] * 2],
    "floor:optimum": [
        floor(TILT), True,
        *(soft_loss([z + mpf("0.5") * (j == k) for j, z in enumerate(Z_BEST)], TILT) for k in range(3)),
    ],
    "predictions:weighted": [5 * log(2) / 4, 5 * log(2), 4, 3 * log(2) / 2, 5 * log(2) / 2, 5 * log(2) / 8],
    "predictions:all-ignored": [3 * log(2) / 2, 3 * log(2), log(2), 2 * log(2)],
    "smoothing_by_kl:kl": [SMOOTH, SMOOTH - entropy(LABEL), entropy(LABEL), entropy(LABEL)],
    "predictions:smoothed": [mpf("0.85"), *[mpf("0.05")] * 3, mpf("0.8"), mpf("0.05"), 1, mpf("0.95")],
    "predictions:entropy": [0, log(2), 1, cross_entropy([1, 0], 0) + mpf("0.5"), 2, cross_entropy([2, 0], 0) + 1,
        log(2), log(2) / 2],
    "predictions:one-hot": [mpf("0.5"), mpf("0.5"), log(2), 6, 3 * log(2), 6 * log(2)],
    "predictions:refused": [-1, log(3), -3 * log(3), 1, log(3), 0],
}  # fmt: skip
