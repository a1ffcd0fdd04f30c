"""What the transcripts of `snippets/guides/predictions/` print."""

from mpmath import exp, log, mpf, nint

from ..definitions import INF, NAN, flat, float32, log_softmax, mean, numbers, shares, sigmoid, softmax

ROWS = [numbers("2.5 3.5 1.5"), numbers("3 1 0.5")]
P, Q = map(softmax, ROWS)
FOUR, LOGITS, TWO = softmax(numbers("2.5 3.5 1.5 1")), numbers("-3 -0.5 0.5 3"), [numbers("0.5 2"), numbers("1 0")]
THRESHOLDS = [(t, log(t / (1 - t))) for t in numbers("0.1 0.5 0.9")]
COST = [[0, 1, 1], [1, 0, 1], [20, 20, 0]]
EXPECTED = [sum(P[c] * COST[c][k] for c in range(3)) for k in range(3)]
ODDS = [log(p / (1 - p)) for p in (P[0], Q[0])]
LABELS = [numbers("2 0.5 -1"), numbers("-0.5 -3 -2")]
RIGHT = [[max(sigmoid(z), 1 - sigmoid(z)) for z in row] for row in LABELS]
PLACES = [  # (N, L, C)
    [numbers("2 0 0"), numbers("0 3 0"), numbers("1 1 3"), numbers("0 0 4")],
    [numbers("1 2 0"), numbers("5 0 0"), numbers("0 0 2"), numbers("0 1 0")],
]
BEST = [[max(softmax(z)) for z in sequence] for sequence in PLACES]
FLAT = [PLACES[n][place][c] for n in range(2) for c in range(3) for place in range(4)]
SURE = [float32(max(softmax(z))) for z in (numbers("30 0"), numbers("20 0"))]
NEAR = float32(mpf("0.001"))
NEXT = NEAR + mpf(2) ** -33  # 0.001 is between 2^-10 and 2^-9, where float32 numbers lie 2^-33 apart
TIED = len({float32(p) for p in softmax([NEAR, NEXT])}) == len({float32(p) for p in log_softmax([NEAR, NEXT])}) == 1


def argmax(z):
    """The place of the first of the largest."""
    return list(z).index(max(z))


def ranking(z):
    """The places from the largest to the smallest."""
    return sorted(range(len(z)), key=lambda k: -z[k])


def product(values):
    """Their product."""
    return exp(sum(map(log, values)))


SCORES = numbers("2.5 3.5 1.5")
BRAIN = [nint(16 * z) / 16 for z in numbers("10.01 10.02 9")]  # bfloat16 numbers from 8 to 16 lie 1/16 apart


def several_models():
    """The mean of three models' probabilities and its class, and those of the mean logits."""
    models = [[6, 0], [0, 2], [0, 2]]
    probs = [mean(each) for each in zip(*map(softmax, models))]
    logits = softmax([mean([mpf(z) for z in each]) for each in zip(*models)])
    return [*probs, argmax(probs), *logits, argmax(logits)]


ORACLE = {
    "answer:ways": [*P, *P, *map(argmax, ROWS), *map(argmax, ROWS)],
    "which:sums": [*map(exp, ROWS[0]), sum(map(exp, ROWS[0])), *P, False, True],
    "which:again": [*P, *softmax(P)],
    "classes:order": flat(map(ranking, ROWS)) * 3,
    "classes:accuracy": [True, False, mpf("0.5")],
    "classes:valid": [mpf(1) / 4, mpf(1) / 2],
    "classes:folders": [10, 0, 2, 1, 9, 2],
    "drawing:categorical": [*shares(SCORES), *shares(log_softmax(SCORES)), *softmax(SCORES), INF, NAN, 0],
    "several_models:mean": several_models(),
    "ties:near": [NEXT > NEAR, not TIED, argmax([NEAR, NEXT]), 0, 0],
    "ties:brain": [*BRAIN, 1, argmax(BRAIN)],
    "ties:far": [*map(float32, softmax(numbers("200 0 1"))), *log_softmax(numbers("200 0 1")), ranking([200, 0, 1])[1]],
    "ties:sure": [*SURE, SURE[0] == SURE[1], 30, 20],
    "ties:many": [30, 28, 30 - log(10000), 28 - log(1 + 9999 * exp(-100))],
    "answer:model": [*map(argmax, ROWS)],
    "top_k:table": flat([k + 1, FOUR[c], FOUR[c] / (FOUR[1] + FOUR[0])] for k, c in enumerate((1, 0))),
    "top_k:accuracy": [*(c in ranking(z)[:2] for z, c in zip(ROWS, (0, 2))), mpf("0.5")],
    "too_few_classes:error": flat(ranking(z) for z in ROWS),
    "abstain:abstain": [P[1], Q[0], 1, 0, *(argmax(p) if max(p) >= 0.7 else -1 for p in (P, Q))],
    "abstain:across": [5, 2, max(softmax([5, 5, 4])), max(softmax([2, 0, -1]))],
    "binary:zero": [*map(sigmoid, LOGITS), *(sigmoid(z) > 0.5 for z in LOGITS), *(z > 0 for z in LOGITS)],
    "binary:thresholds": flat([t, at, *(int(sigmoid(z) >= t) for z in LOGITS)] for t, at in THRESHOLDS),
    "binary:two": [
        *(softmax(z)[1] for z in TWO), *(sigmoid(z[1] - z[0]) for z in TWO), *map(argmax, TWO), *map(argmax, TWO),
    ],
    "binary:edge": [0, True, mpf("0.5"), float32(sigmoid(mpf("1e-9"))) > 0.5],
    "costs:two": [mpf(1) / 10, *(int(9 * p > 1 - p) for p in numbers("0.05 0.2 0.6"))],
    "costs:several": [*EXPECTED, argmax([-each for each in EXPECTED]), argmax(P)],
    "one_class:odds": [*ODDS, *ODDS, log(mpf("0.25")), *[p >= 0.2 for p in (P[0], Q[0])] * 2],
    "several_labels:labels": [
        *flat(map(sigmoid, row) for row in LABELS), *(sum(map(sigmoid, row)) for row in LABELS),
        *flat([int(sigmoid(z) > 0.5) for z in row] for row in LABELS), *map(argmax, LABELS)],
    "several_labels:all_right": [*flat(RIGHT), *map(product, RIGHT), *map(product, RIGHT)],
    "dimensions:shapes": [
        *flat(map(argmax, sequence) for sequence in PLACES),
        *flat([argmax([z[c] for z in sequence]) for c in range(3)] for sequence in PLACES), argmax(FLAT)],
    "dimensions:sequence": [*flat(BEST), *map(product, BEST), *(product(row) ** (mpf(1) / 4) for row in BEST)],
    "predictions:nll": [exp(mpf("-0.5")), sigmoid(mpf("-0.5")), mpf("0.5"), exp(mpf("0.5"))],
    "predictions:twice": [softmax([1, 0])[0], softmax([1, 0])[1], 1, 0, 0, mpf("0.5"), mpf("0.5"), 1, -1,
        *softmax([1, -1])],
    "predictions:accuracy": [mpf(2) / 3, mpf("0.4"), mpf("0.8"), mpf(1) / 3],
    "predictions:confident": [mpf("0.5"), mpf("0.5"), *softmax([2, 0]), mpf("0.5"), sigmoid(2)],
    "predictions:cost": [mpf("0.25"), mpf("0.75"), mpf(1) / 3, mpf("0.5")],
    "predictions:labels": [mpf("0.9"), mpf("0.8"), mpf("0.72"), mpf("0.18"), mpf("0.85"), mpf("0.02")],
}  # fmt: skip
NO_NUMBERS = {"classes:names"}
