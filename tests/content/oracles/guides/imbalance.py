"""What the transcripts of `snippets/guides/imbalance/` print."""

from mpmath import log, mpf, sqrt

from ..definitions import INF, cross_entropy, entropy, flat, mean, numbers, sigmoid, softmax

COUNTS = [(760, 40), (80, 20), (60, 40)]  # rows of class 0 and 1, for each x
ZEROS, ONES = 900, 100
ROWS = [mpf(sum(pair)) for pair in COUNTS]
SHARES = [one / n for (_, one), n in zip(COUNTS, ROWS)]


def tilted(s, ratio):
    """The share s, its odds multiplied."""
    return s * ratio / (s * ratio + 1 - s)


def slope(p, gamma):
    """The slope of −(1 − p)^γ log p, without its sign."""
    return (1 - p) ** gamma / p - (gamma * (1 - p) ** (gamma - 1) * log(p) if gamma else 0)


def focal_optimum(s, gamma=2, ratio=1):
    """The p of the smallest ratio s φ(p) + (1 − s) φ(1 − p), φ the focal loss: by bisection of its slope."""
    low, high = mpf(0), mpf(1)
    for _ in range(100):
        p = (low + high) / 2
        falls = ratio * s * slope(p, gamma) > (1 - s) * slope(1 - p, gamma)
        low, high = (p, high) if falls else (low, p)
    return low


def line(p):
    """The distance of the p from the shares, the recall of class 1, the balanced accuracy, the accuracy and the p."""
    error = sum(n * abs(each - s) for n, each, s in zip(ROWS, p, SHARES)) / sum(ROWS)
    hits = sum(one for (_, one), each in zip(COUNTS, p) if each > 0.5)
    rejected = sum(zero for (zero, _), each in zip(COUNTS, p) if each <= 0.5)
    recall = mpf(hits) / ONES
    return [error, recall, (recall + mpf(rejected) / ZEROS) / 2, mpf(hits + rejected) / 1000, *p]


def effective(n, beta):
    """One divided by the effective number of n rows."""
    return (1 - beta) / (1 - beta**n)


BETA = mpf("0.999")
RATIOS = [1, 9, 9, 9, 3, effective(ONES, BETA) / effective(ZEROS, BETA)]
TABLE = [[tilted(s, ratio) for s in SHARES] for ratio in RATIOS]
TABLE += [[focal_optimum(s) for s in SHARES], [tilted(s, 9) for s in SHARES]]


def threshold(t):
    """What a threshold gives: itself, the cost of a miss at 9, misses, false alarms and the scores."""
    hits, alarms = (sum(pair[k] for pair, s in zip(COUNTS, SHARES) if s >= t) for k in (1, 0))
    misses, recall = ONES - hits, mpf(hits) / ONES
    scores = [mpf(2 * hits) / (hits + alarms + ONES), ((ZEROS - alarms) / mpf(ZEROS) + recall) / 2]
    precision = [mpf(hits) / (hits + alarms)] if hits + alarms else []
    return [t, 9 * misses + alarms, misses, alarms, *scores, *precision, recall, mpf(ZEROS - alarms + hits) / 1000]


N = numbers("10000 1000 100")
BETAS = numbers("0.9999 0.999 0.99")
FORMULAS = [[sum(N) / (3 * n) for n in N], [sum(N) / n for n in N], [1 / sqrt(n) for n in N]]
ENET = [1 / log(mpf("1.02") + n / sum(N)) for n in N]
BY_BETA = [[effective(n, b) for n in N] for b in BETAS]


def weights(w):
    """Their quotients by the first."""
    return [each / w[0] for each in w]


BALANCED = [mpf(5) / 9, mpf(5)]
TEN = [cross_entropy([1, 0], 0)] * 9 + [cross_entropy([1, 0], 1)]
OF_TEN = (BALANCED[0] * sum(TEN[:9]) + BALANCED[1] * TEN[9]) / 10

DRAWN = [*[mpf(1) / 6] * 3, mpf(1) / 2]
FOUR = [numbers("2 0"), numbers("1 0"), numbers("0 1"), numbers("1 0")]
LABELS = [0, 0, 0, 1]
EXPECTED = sum(chance * cross_entropy(z, y) for chance, z, y in zip(DRAWN, FOUR, LABELS))
SLOPES = [chance * (softmax(z)[1] - y) for chance, z, y in zip(DRAWN, FOUR, LABELS)]
LONGER = mpf(6) / 4  # the total of the weights 1, 1, 1 and 3, divided by four rows


def boundary(steps, weight, shift):
    """The boundary of the logistic regression after so many steps of rate 1, in double precision."""
    from math import exp as fast

    a = b = 0.0
    for _ in range(steps):
        zeros, one = 9 / (1 + fast(a - b - shift)), weight / (1 + fast(a + b + shift))
        a, b = a + (zeros + one) / (9 + weight), b + (one - zeros) / (9 + weight)
    return -b / a


STEPS = [10, 100, 1000, 10000]
RUNS = [(1, 0), (9, 0), (1, float(log(mpf(1) / 9)))]

ALPHAS = [(-1, 0, 1), (-1, 2, 1), (mpf("0.25"), 2, mpf(1) / 3), (mpf("0.75"), 2, 3), (mpf("0.9"), 2, 9)]

POSITIVES = numbers("0.5 0.1 0.01")
POS_WEIGHTS = [(1 - s) / s for s in POSITIVES]

PRIOR = numbers("0.9 0.09 0.01")
ENTROPY = entropy(PRIOR)

ORACLE = {
    "answer:answer": [mpf("0.9"), mpf("0.1"), *SHARES, 0, 0, 0, 0, 0, 1, 0, 1, 1],
    "side_by_side:table": [0, 1, 2, *flat([2, *line(TABLE[k])] if k == 6 else line(TABLE[k]) for k in (0, 1, 4, 5, 6))],
    "side_by_side:undo": flat([*SHARES] if k != 5 else [2, *SHARES] for k in range(6)),
    "side_by_side:shift": [tilted(s, mpf(2) / (mpf(8) / 9)) for s in SHARES],
    "thresholds:table": flat(map(threshold, numbers("0.5 0.3 0.1 0.03"))),
    "weights:formulas": [
        *[*N, *flat(map(weights, FORMULAS)), 1, mpf("1.02"), *weights(ENET)],
        *flat([b, *weights(w)] for b, w in zip(BETAS, BY_BETA)),
    ],
    "weights:scale": [*BALANCED, 1, OF_TEN, 100, OF_TEN, OF_TEN, 1, 0, OF_TEN * mpf(9) / 5],
    "sampler:loader": DRAWN,
    "sampler:gradients": [*[EXPECTED, *SLOPES] * 2, EXPECTED * LONGER, *[each * LONGER for each in SLOPES]],
    "sampler:wrong": [0, 1, 0, 1, 2, 3, mpf(3) / 4, 2, 24],
    "sampler:epoch": [1000 / mpf(1800), 1000 / mpf(200), (1 - 1 / mpf(1800)) ** 1000, (1 - 1 / mpf(200)) ** 1000],
    "adjustment:loss": [
        *[True, *[1 - tilted(SHARES[1], 9), tilted(SHARES[1], 9)] * 2, *[1 - SHARES[1], SHARES[1]] * 2],
        *[1 - tilted(SHARES[1], mpf(1) / 9), tilted(SHARES[1], mpf(1) / 9)],
    ],
    "dropped:rows": [
        *[cross_entropy(numbers("2 1 0"), 0), cross_entropy(numbers("2 1 0"), 2)],
        *[2, cross_entropy(numbers("2 1"), 0), cross_entropy(numbers("2 1 0"), 2)],
        *[cross_entropy(numbers("2 1"), 0), INF],
    ],
    "fade:table": flat([steps, *[boundary(steps, *run) for run in RUNS]] for steps in STEPS),
    "focal:optima": [
        *numbers("0.1 0.25 0.5 0.75"),
        *flat([a, g, *[focal_optimum(s, g, r) for s in numbers("0.1 0.25 0.5 0.75")]] for a, g, r in ALPHAS),
    ],
    "pos_weight:labels": [*POS_WEIGHTS, True, *[sigmoid(-log(w)) for w in POS_WEIGHTS]],
    "bias:heads": [*PRIOR, mpf("0.01")],
    "bias:first": [
        *[0, log(3), False, log(3), True],
        *[ENTROPY, True, mean([-log(p) for p in PRIOR]), False],
    ],
    "predictions:never": [mpf("0.5"), mpf("0.97"), 1, 0],
    "predictions:odds": [mpf("0.5"), 1, mpf("0.1"), 9, mpf("0.9"), 9, 1 / mpf(82)],
    "predictions:threshold": [1, 5, mpf("0.2"), mpf("0.25"), 1, mpf("0.8"), mpf("0.5")],
    "predictions:balanced": [mpf(5) / 9, 5, 100, 10, 9],
    "predictions:adjusted": [mpf("0.8"), mpf("0.2"), mpf("0.5"), 4, mpf("0.3")],
    "predictions:first-loss": [log(2), log(2), log(4), log(4), log(8) / 2, log(3), log(32) / 3],
}  # fmt: skip
