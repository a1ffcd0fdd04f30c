"""What the transcripts of `snippets/understand/two-classes/` print."""

from mpmath import exp, log, mpf

from ..definitions import NAN, bce, cross_entropy, flat, float32, gradient, mean, numbers, sigmoid, soft_loss, softmax

LOGITS, TARGETS = [numbers("2 -1"), numbers("0.3 1.7")], [0, 1]
D = [z[1] - z[0] for z in LOGITS]
CE = [cross_entropy(z, c) for z, c in zip(LOGITS, TARGETS)]


def logit(p):
    """The logarithm of the odds."""
    return log(p / (1 - p))


def entries(shift=0):
    """Binary cross-entropy of each logit with the one-hot targets."""
    return [bce(z_k + shift, int(k == c)) for z, c in zip(LOGITS, TARGETS) for k, z_k in enumerate(z)]


TO_D = [sigmoid(d) - y for d, y in zip(D, TARGETS)]
BEST = [-log(3), log(3)]  # 3 of 4 labels are class 1
WEIGHTS = [1, 3]
WEIGHTED = [WEIGHTS[c] * loss for c, loss in zip(TARGETS, CE)]
SOME, RIGHT = numbers("-2.5 -1 0.3 0.8"), [1, 0, 1]
SCALES = [[scale * sign for sign in (1, -1, 1)] for scale in (mpf(1), mpf(3), mpf(50))]
UNSURE = numbers("2 0 1")
MANY, Y = numbers("2 -1 0.5 0.3 1.7 -2"), [1, 0, 1, 0, 0, 0]
EACH, KNOWN = [bce(z, y) for z, y in zip(MANY, Y)], [1, 1, 0, 1, 1, 1]


def saturated(value):
    """For target 0: the value, BCELoss of the float32 sigmoid and its gradient, BCEWithLogitsLoss and its gradient."""
    p = float32(sigmoid(mpf(value)))
    after = [100, 0] if p == 1 else [-log(1 - p), p]
    return [value, *after, value, bce(mpf(value), 0), sigmoid(mpf(value))]


def too_low(value):
    """The same for target 1: BCELoss's gradient (p − 1) / max(p (1 − p), 10^-12), times the sigmoid's p (1 − p)."""
    p = float32(sigmoid(mpf(value)))
    slope = p * (1 - p)
    return [
        value,
        -log(p),
        (p - 1) / max(slope, mpf(10) ** -12) * slope,
        value,
        bce(mpf(value), 1),
        sigmoid(mpf(value)) - 1,
    ]


ORACLE = {
    "predictions:undecided": [bce(mpf(0), 0), 0, 1, 2, 0.5],
    "predictions:shift": [mean(CE), mean(entries()), mean(CE), mean(CE), mean(entries(3)), mean(CE)],
    "predictions:odds": [4, 1, 0.8, 0.8, 3, 1, 0.75, 1, 0.25, sigmoid(4)],
    "predictions:one_column": [0, (bce(mpf(-3), 0) + bce(mpf("1.4"), 0)) / 2, 1, 1],
    "predictions:costs": numbers("4 1 0.8 1 4 0.2 1 1 0.5 0.25"),
    "predictions:weighted_mean": [log(2) * 3 / 2, log(2) * 6, log(2), 3, log(2) * 3],
    "in_short:three": [mean(CE), mean([bce(d, y) for d, y in zip(D, TARGETS)]), mean(entries())],
    "sigmoid:probabilities": [*flat(map(softmax, LOGITS)), *map(sigmoid, D), *(sigmoid(-d) for d in D)],
    "sigmoid:zero": flat(softmax([0, d]) for d in D),
    "same_loss:rows": [*CE, *(bce(d, y) for d, y in zip(D, TARGETS)), log(1 + exp(D[0])), log(1 + exp(-D[1]))],
    "same_loss:gradients": [
        *flat(gradient(lambda z, c=c: cross_entropy(z, c), z) for z, c in zip(LOGITS, TARGETS)), *TO_D,
    ],
    "same_loss:step": [*(-mpf("0.5") * 2 * g for g in TO_D), *(-mpf("0.5") * g for g in TO_D)],
    "both_logits:entries": [*entries(), mean(entries()), sum(entries()) / 2],
    "both_logits:shift": [0, mean(CE), mean(entries()), 3, mean(CE), mean(entries(3))],
    "both_logits:optimum": [True, *map(sigmoid, BEST), *softmax(BEST)],
    "log_odds:table": flat([p, p / (1 - p), logit(p)] for p in numbers("0.1 0.25 0.5 0.75 0.9")),
    "log_odds:shape": [2, 2, 1, mean(CE)],
    "one_class:constant": [1, 0, 0, 0],
    "one_class:argmax": [0, 0, *(d > 0 for d in D)],
    "logits_in:saturated": flat(map(saturated, (2, 20, 200))),
    "logits_in:yes": flat(map(too_low, (-20, -30))),
    "thresholds:half": [
        *map(sigmoid, SOME),
        mpf("0.5"), *(sigmoid(d) > 0.5 for d in SOME),
        0, *(d > 0 for d in SOME),
        mpf("0.5"), *(d > 0.5 for d in SOME),
    ],
    "thresholds:stray": [sigmoid(mpf("0.5"))],
    "thresholds:costs": [mpf("0.1"), -log(9), *(d > -log(9) for d in SOME)],
    "weights:rows": [*WEIGHTED, *WEIGHTED, sum(WEIGHTED), sum(WEIGHTED), sum(WEIGHTED) / 2, sum(WEIGHTED) / 4],
    "weights:means": [sum(WEIGHTED) / 2, sum(WEIGHTED) / 4],
    "weights:gradient": flat([w, -w / mpf(8), mpf(1) / 8, (3 - w) / mpf(8)] for w in (1, 2, 3, 4)),
    "weights:shift": flat([0, True, w, w * mpf("0.25") / (w * mpf("0.25") + mpf("0.75")),
        mpf("0.25")] for w in (1, 3, 9)),
    "many_labels:silent": flat(
        [s[0], soft_loss(s, RIGHT), mean([bce(z, y) for z, y in zip(s, RIGHT)])] for s in SCALES
    ),
    "many_labels:floor": flat([m, m * log(m)] for m in (1, 2, 3)),
    "many_labels:at_best": [
        *gradient(lambda z: soft_loss(z, RIGHT), SCALES[2]), *softmax(SCALES[2]), *map(sigmoid, SCALES[2]),
    ],
    "many_labels:lowered": flat(
        [soft_loss(z, RIGHT), *map(sigmoid, z)] for z in (SCALES[2], [each - 100 for each in SCALES[2]])
    ),
    "many_labels:none": [
        soft_loss(UNSURE, [0] * 3), *gradient(lambda z: soft_loss(z, [0] * 3), UNSURE),
        mean([bce(z, 0) for z in UNSURE]), *gradient(lambda z: mean([bce(each, 0) for each in z]), UNSURE),
    ],
    "questions:each": [*EACH, mean(EACH), sum(EACH) / 2, *(z > 0 for z in MANY)],
    "questions:known": [sum(e * k for e, k in zip(EACH, KNOWN)) / 6, sum(e * k for e, k in zip(EACH, KNOWN)) / 5],
    "questions:unknown": [
        NAN, NAN, sum(e * k for e, k in zip(EACH, KNOWN)) / 6, sum(e * k for e, k in zip(EACH, KNOWN)) / 5,
    ],
    "questions:pos_weight": [bce(z, y, w) for z, y, w in zip(MANY, Y, [1, 1, 4] * 2)],
}  # fmt: skip
NO_NUMBERS = {"log_odds:types"}
