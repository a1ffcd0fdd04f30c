"""What the transcripts of `snippets/guides/mixed-targets/` print."""

from mpmath import exp, log, log1p, mpf

from ..definitions import INF, bce, flat, gradient, mean, numbers, shares, sigmoid, smoothed, soft_loss, softmax

LOG_ODDS = [x - log(1 - exp(x)) for x in numbers("-0.5 -1e-8")]


def bits(nats):
    """A number of nats in bits."""
    return nats / log(2)


def divergence(q, p):
    """KL(q ‖ p) in nats."""
    return sum(each * log(each / other) for each, other in zip(q, p))


def at(row, T):
    """The softmax at a temperature."""
    return softmax([each / T for each in row])


# MixUp
P = [numbers("0.5 0.25 0.25"), numbers("0.25 0.125 0.625")]
A, B, LAM = [0, 1], [1, 0], mpf("0.75")
W = numbers("1 3 1")
MIXED = [[LAM * (k == a) + (1 - LAM) * (k == b) for k in range(3)] for a, b in zip(A, B)]


SOFT = [
    mean([soft_loss([log(p) for p in row], smoothed(y, mpf(eps))) for row, y in zip(P, MIXED)]) for eps in ("0", "0.1")
]
WEIGHTED = sum(-w * y * log(p) for row, target in zip(P, MIXED) for w, y, p in zip(W, target, row))

ONE_HOT = [[[k == y for k in range(3)] for y in classes] for classes in (A, B)]
BCE = [mean([bce(log(p), y) for p, y in zip(flat(P), flat(target))]) for target in (MIXED, *ONE_HOT)]

# Distillation
STUDENT, TEACHER = numbers("0.5 0.25 0.125 0.125"), numbers("0.125 0.5 0.25 0.125")
EVEN = [mpf(1) / 4] * 4
AT_TWO = 4 * divergence(*(at([log(p) for p in row], 2) for row in (TEACHER, STUDENT)))
KL = [
    [bits(divergence(TEACHER, STUDENT)), *[bits(divergence(STUDENT, EVEN))] * 2],
    [bits(divergence(TEACHER, STUDENT))] * 3,
]


def top(k, q, p):
    """The divergence of the teacher's k largest probabilities, with the rest and renormalised, in bits."""
    pairs = sorted(zip(q, p), reverse=True)[:k]
    left = [1 - sum(each) for each in zip(*pairs)]
    rest = sum(a * log(a / b) for a, b in [*pairs, left])
    inside = [sum(each) for each in zip(*pairs)]
    return [bits(rest), bits(sum(a / inside[0] * log(a / inside[0] / (b / inside[1])) for a, b in pairs))]


# Ordered classes
NEAR, FAR = numbers("8 6 1 1"), numbers("8 1 1 6")
STEPS = [1, 1 - log1p(exp(-1)), 1 - log1p(exp(-1)) - log1p(exp(mpf("0.5")))]
RATED = [(0, 0), (1, 1), (2, 2), (3, 0)]  # class, prediction
KAPPA = 1 - mean([mpf(y - k) ** 2 for y, k in RATED]) / mean([mpf(y - k) ** 2 for y, _ in RATED for _, k in RATED])
SCORES, BIASES = numbers("-2 -0.5 0.5 2"), numbers("1 0 -1")
CORAL = mean([sum(bce(s + b, y > k) for k, b in enumerate(BIASES)) for y, s in enumerate(SCORES)])
FREE = [numbers("-1 2 -1"), numbers("1 -1 1"), numbers("2 1 1"), numbers("3 2 2")]
ASKED = [bce(z, y > k) for y, row in enumerate(FREE) for k, z in enumerate(row) if y >= k]


def products(row):
    """The sigmoids of a row, multiplied up."""
    found, product = [], mpf(1)
    for z in row:
        product *= sigmoid(z)
        found.append(product)
    return found


def above_half(row):
    """How many of them are above one half."""
    return sum(p > 0.5 for p in row)


# Preferences
ODDS = [mpf(3), mpf(1), mpf(1) / 3]
WON = [odds / (1 + odds) for odds in ODDS]
PAIRS = [(-20, -12), (-18, -15), (-21, -18)]  # the log-probabilities of both answers; the reference has the first
REWARDS = [[(own - first) / mpf(10) for own, first in zip(pair, PAIRS[0])] for pair in PAIRS]
SLOPES = [
    gradient(lambda r: bce((r[0] - r[1]) / 10, 1), [own - first for own, first in zip(pair, PAIRS[0])])
    for pair in PAIRS
]
SUMS = [(-6, -2), (-8, -4), (-8, -5), (-3, -2)]


def kto(kl):
    """Beta times what a good answer has gained beyond the threshold, or a bad one has lost."""
    return [(gain - kl) / 10 * sign for gain, sign in ((0, 1), (0, -1), (10, 1), (10, -1))]


def kto_slopes(kl):
    """The gradient of each loss in its log-probability, since the slope of the sigmoid is s (1 - s)."""
    return [-sign * sigmoid(x) * sigmoid(-x) / 10 for x, sign in zip(kto(kl), (1, -1, 1, -1))]


# One λ per row: the losses of both labels of each row.
BOTH = [(-log(softmax(z)[a]), -log(softmax(z)[b])) for z, a, b in ((numbers("2 0 1"), 0, 1), (numbers("0 3 -1"), 1, 2))]
LAMS = numbers("0.9 0.4")
PER_ROW = mean([lam * a + (1 - lam) * b for lam, (a, b) in zip(LAMS, BOTH)])
PER_LAM = [lam * mean([a for a, _ in BOTH]) + (1 - lam) * mean([b for _, b in BOTH]) for lam in LAMS]
DKD = [[mpf(n) / 16 for n in row] for row in ((8, 4, 2, 2), (12, 1, 1, 2))]  # the student, the teacher
PARTS = [
    divergence(*[[p[0], 1 - p[0]] for p in reversed(DKD)]),
    divergence(*[shares(p[1:]) for p in reversed(DKD)]),
]

ORACLE = {
    "mixup:losses": [*flat([bits(each)] * 2 for each in SOFT), bits(WEIGHTED) / 2, bits(WEIGHTED) / 4],
    "mixup:rest": [
        *[bits(WEIGHTED) / 4, LAM / 2, LAM, bits(-sum(y * log(y) for y in (LAM, 1 - LAM)))],
        *[BCE[0], LAM * BCE[1] + (1 - LAM) * BCE[2]],
    ],
    "per_row:rows": [PER_ROW, PER_ROW, mean(PER_LAM)],
    "dkd:parts": [
        *[*PARTS, 4, PARTS[0] + PARTS[1] / 4, divergence(DKD[1], DKD[0]), 8, PARTS[0] + 8 * PARTS[1], 0],
    ],
    "distillation:loss": [AT_TWO / 2 - log(STUDENT[1]) / 2],
    "distillation:wrong": [
        bits(divergence(TEACHER, STUDENT)),
        bits(divergence(STUDENT, TEACHER)),
        float("nan"),
        sum(q * (log(q) - p) for q, p in zip(TEACHER, STUDENT)),
    ],
    "sequences:mask": [*flat(KL), mean([*KL[0], KL[1][0]]), sum(flat(KL)) / 2, float("nan")],
    "sequences:top": [bits(divergence(STUDENT, TEACHER)), *flat([k, *top(k, STUDENT, TEACHER)] for k in (1, 2))],
    "order:compare": [
        *[log(2)] * 2,
        *[-sum(log(sum(p[: k + 1]) / 16) for k in range(3)) for p in (NEAR, FAR)],
        *[3, 1, 1, 8, 2, 1],
        *[KAPPA, KAPPA],
    ],
    "coral:loss": [CORAL, *[above_half([sigmoid(s + b) for b in BIASES]) for s in SCORES]],
    "coral:median": [*numbers("0.45 0.15 0.4"), 0, 1, *STEPS],
    "corn:loss": [
        *[mean(ASKED), 4, 3, 2],
        *map(sigmoid, FREE[2]),
        *products(FREE[2]),
        *[above_half(products(row)) for row in FREE],
        *[above_half(map(sigmoid, row)) for row in FREE],
    ],
    "reward:loss": [*WON, *[bits(-log(p)) for p in WON], 200, float("inf")],
    "dpo:four": [
        *[bce(won - lost, 1) for won, lost in REWARDS],
        *[2, log(2)],
        *[pair[0] for pair in REWARDS],
        *[pair[1] for pair in REWARDS],
        *[pair[0] for pair in SLOPES],
        *[pair[1] for pair in SLOPES],
    ],
    "kto:loss": flat([kl, *[1 - sigmoid(x) for x in kto(kl)], *kto_slopes(kl)] for kl in (0, 5)),
    "tokens:wrong": flat([won, lost, won - lost] for won, lost in SUMS),
    "predictions:mixed": [1, 3, mpf("2.5"), mpf("1.5"), 2, -bits(log(mpf("0.25") / 2 + mpf("0.75") / 8))],
    "predictions:batchmean": [6 * KL[1][0] / 2, KL[1][0], KL[1][0] / 4, 6, 6 * KL[1][0]],
    "predictions:levels": [
        *[0, 3, *[int(k < 2) for k in range(4)], 0, 3, *[int(k <= 2) for k in range(4)]],
        *[0, 4, *[int(k < 2) for k in range(5)], *[int(k == 2) for k in range(5)]],
    ],
    "predictions:corn": [*numbers("0.9 0.54 0.432"), 2, 3, 0],
    "orpo:odds": [1, *2 * [LOG_ODDS[0], INF], *LOG_ODDS],  # the float32 nearest to exp(-1e-8) is 1
    "predictions:margin": [1, -1, *numbers("0.1 -0.1 0.2 0 0.4 2")],
}  # fmt: skip
