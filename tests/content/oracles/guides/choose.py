"""What the transcripts of `snippets/guides/choose/` print."""

from mpmath import exp, log, mpf, sqrt

from ..definitions import bce, cosine, cross_entropy, dot, flat, log_softmax, mean, numbers, sigmoid, softmax

C, YES = [2, 0, 1, 1], [1, 0, 1, 0]
ONE, SPREAD, FAR, COUNTS = numbers("2 -1 0.5 1.5"), numbers("0 1 -1 2"), numbers("1 -0.5 0 9"), numbers("5 0 2 3")


def ramp(*size, start=0):
    """The numbers -3 to 3, again and again, as nested lists of this size."""
    if len(size) == 1:
        return [mpf(at % 7 - 3) for at in range(start, start + size[0])]
    step = 1
    for each in size[1:]:
        step *= each
    return [ramp(*size[1:], start=start + step * n) for n in range(size[0])]


def largest(z):
    return max(range(len(z)), key=lambda k: z[k])


def ctc(rows, labels):
    """Minus the logarithm of the probability of all paths that collapse to the labels, blank 0."""
    states = [0, *flat([label, 0] for label in labels)]
    alpha = [softmax(rows[0])[state] if s < 2 else mpf(0) for s, state in enumerate(states)]
    for row in rows[1:]:
        p, new = softmax(row), []
        for s, state in enumerate(states):
            before = alpha[s] + (alpha[s - 1] if s > 0 else 0)
            before += alpha[s - 2] if s > 1 and state and state != states[s - 2] else 0
            new.append(before * p[state])
        alpha = new
    return -log(alpha[-1] + alpha[-2])


def triplet(a, p, n):
    """Distances as torch takes them, with 10^-6 added to each difference."""
    far = [sqrt(sum((x - y + mpf("1e-6")) ** 2 for x, y in zip(a, other))) for other in (p, n)]
    return max(far[0] - far[1] + 1, 0)


ROWS = ramp(4, 3)
SHARES = [softmax([each / 2 for each in row]) for row in ROWS]
SOFT = mean([-dot(q, log_softmax(z)) for q, z in zip(SHARES, ROWS)])
ENTROPY = mean([-sum(each * log(each) for each in q) for q in SHARES])
TAGS = ramp(4, 10, 3)
SPEECH = ramp(10, 4, 3)
MASKS = list(zip(flat(flat(flat(ramp(4, 1, 6, 11)))), [each > 0 for each in flat(flat(flat(ramp(4, 1, 6, 11))))]))
PIXELS = ramp(4, 3, 6, 11)
PIXEL_TARGETS = ramp(4, 6, 11)
TOKENS, IDS = ramp(4, 10, 9), ramp(4, 10)
LEVELS = ramp(4, 2)
A, B, D = ramp(3, 4, 8)
HARD = mean([cross_entropy(z, c) for z, c in zip(ROWS, C)])
LIKE = [[cosine(a, b) for b in B] for a in A]


def pixel(n, h, w):
    return [PIXELS[n][k][h][w] for k in range(3)]


def run(z, y, loss, found, some):
    return [*z, *y, loss, *found, *some]


RUN = [
    run((4, 3), [4], HARD, [4], [largest(z) for z in ROWS]),
    run((4, 3), [4], HARD, [4], [largest(z) for z in ROWS]),
    run((4, 3), (4, 3), SOFT, (4, 3), flat(map(softmax, ROWS))[:4]),
    run((4, 3), (4, 3), SOFT - ENTROPY, (4, 3), flat(map(softmax, ROWS))[:4]),
    run((4, 10, 3), (4, 10), mean([cross_entropy(TAGS[n][at], C[n]) for n in range(4) for at in range(8)]), (4, 10),
        [largest(z) for z in TAGS[0][:4]]),
    run((4, 3, 6, 11), (4, 6, 11),
        mean([cross_entropy(pixel(n, h, w),
            int(PIXEL_TARGETS[n][h][w]) % 3) for n in range(4) for h in range(6) for w in range(11)]),
        (4, 6, 11), [largest(pixel(0, 0, w)) for w in range(4)]),
    run((4, 10, 9), (4, 10), mean([cross_entropy(TOKENS[n][at],
        int(IDS[n][at + 1]) + 3) for n in range(4) for at in range(9)]), [4],
        [largest(each[-1]) for each in TOKENS]),
    run((10, 4, 3), (4, 5), mean([ctc([SPEECH[at][n] for at in range(10)],
        [1, 2, 1, 2, 1]) / 5 for n in range(4)]), (4, 10),
        [largest(SPEECH[at][0]) for at in range(4)]),
    run((4, 1), [4], mean([bce(z, y) for z, y in zip(ONE, YES)]), [4], [z > 0 for z in ONE]),
    run((4, 3), (4, 3), mean([bce(z + mpf("1.5"), z > 0) for z in flat(ROWS)]), (4, 3),
        [z + mpf("1.5") > 0 for z in flat(ROWS)[:4]]),
    run((4, 1, 6, 11), (4, 1, 6, 11), mean([bce(z + mpf("1.5"), y) for z, y in MASKS]), (4, 1, 6, 11),
        [z + mpf("1.5") > 0 for z, _ in MASKS[:4]]),
    run((4, 2), [4], mean([bce(LEVELS[n][k], C[n] > k) for n in range(4) for k in range(2)]), [4],
        [sum(z > 0 for z in row) for row in LEVELS]),
    run((4, 1), [4], mean([(z - y) ** 2 for z, y in zip(ONE, FAR)]), [4], ONE),
    run((4, 1), [4], mean([abs(z - y) for z, y in zip(ONE, FAR)]), [4], ONE),
    run((2, 4), [4], mean([(s + (z - y) ** 2 / exp(s)) / 2 for z, y, s in zip(ONE, FAR, SPREAD)]), [4], ONE),
    run((4, 1), [4], mean([exp(z) - y * z for z, y in zip(ONE, COUNTS)]), [4], map(exp, ONE)),
    run((2, 4), [4], mean([max(0, 1 - (1 if y else -1) * (a - b)) for a, b, y in zip(ONE, SPREAD, YES)]), [4],
        [bool(a > b) for a, b in zip(ONE, SPREAD)]),
    run((2, 4), [4], mean([bce(a - b, y) for a, b, y in zip(ONE, SPREAD, YES)]), [4],
        [bool(a > b) for a, b in zip(ONE, SPREAD)]),
    run((2, 4, 8), [4], mean([1 - LIKE[n][n] if YES[n] else max(0, LIKE[n][n]) for n in range(4)]), [4],
        [LIKE[n][n] for n in range(4)]),
    run((3, 4, 8), [], mean([triplet(A[n], B[n], D[n]) for n in range(4)]), [4],
        [largest([-dot(d, d) for d in ([x - y for x, y in zip(b, a)] for a in A)]) for b in B]),
    run((2, 4, 8), [4], mean([cross_entropy([each * 10 for each in LIKE[n]], n) for n in range(4)]), [4],
        [largest(row) for row in LIKE]),
]  # fmt: skip
WRITTEN = [  # digits in the text of the columns model returns, target, loss and predict
    *([1], [1], [1], [1, 1], [-100, 1, 2, 2], [1], [-1, 0, 1, 1, -1, 1], [0, 2, 10, 4, 5, 4, 2]),
    *([1, 1, 0, 0, 0, 0], [1, 0], [1, 1, 1, 0], [1, 0, 1, 0, 1], [1, 0, 0], [1, 0, 0], [2, 0, 1, 0], [1, 0, 0]),
    *([2, 1, -1, 1.0, 0, 1], [2, 1, 0, 0, 1, 0, 1], [2, 1, -1], [3, 1, 0, 1], [2, 0, 1, mpf("0.1"), 0, 1, 1]),
]
YES_NO = list(zip(numbers("2 -1 0.5"), [1, 0, 0]))
BINARY = mean([bce(z, y) for z, y in YES_NO])
KNOWN = [[mpf(lead), mpf(lead), -mpf(lead)] for lead in (3, 9)]
OUTLIER = numbers("1 2 2 15")
TEXTS, IMAGES = (
    [numbers("1 0"), numbers("0.6 0.8"), numbers("0 1")],
    [numbers("0.8 0.6"), numbers("0.6 0.8"), numbers("0 1")],
)


def matching(temperature):
    rows = [[dot(text, image) / mpf(temperature) for image in IMAGES] for text in TEXTS]
    return [mean([cross_entropy(row, n) for n, row in enumerate(rows)]), *map(largest, rows)]


DIRECTIONS = [
    mean([cross_entropy([dot(a, b) * 10 for b in others], n) for n, a in enumerate(own)])
    for own, others in ((TEXTS, IMAGES), (IMAGES, TEXTS))
]

# A quantile, and two tasks whose weights are learned
Y, TASKS = numbers("1 2 3 4 15"), numbers("0.25 0.125")


def pinball(guess, q):
    """The mean of q for each unit that the guess is too low, and 1 - q for each unit that it is too high."""
    return mean([q * (y - guess) if y > guess else (1 - q) * (guess - y) for y in Y])


PIXELS = [bce(z, y) for z, y in zip([2, -1, 0, 1, 0, 3, -2, 1], [1, 0, 0, 1, 0, 1, 0, 1])]
DIVERGENCE = mean([(1 + mpf("0.25")) / 2, mpf(1) / 2])  # of variance 1: half the square of the mean

ORACLE = {
    "every_row:answer": flat(WRITTEN),
    "every_row:run": flat(RUN),
    "yes_or_no:setup": [3, 3, 1, BINARY],
    "yes_or_no:predict": [True, False, True, *(sigmoid(z) for z, _ in YES_NO), True, False, True],
    "yes_or_no:two_logits": [mean([cross_entropy([0, z], y) for z, y in YES_NO]), 1, 0, 1],
    "several_labels:both":
        flat([cross_entropy(z, 0) + cross_entropy(z, 1),
            mean([bce(z[0], 1), bce(z[1], 1), bce(z[2], 0)])] for z in KNOWN),
    "several_labels:compete": [*softmax(KNOWN[0]), *map(sigmoid, KNOWN[0])],
    "several_labels:none": [True, mean([bce(9, 0), bce(-9, 0), bce(-9, 0)])],
    "one_number:middle":
        flat([guess, mean([(y - guess) ** 2 for y in OUTLIER]),
            mean([abs(y - guess) for y in OUTLIER])] for guess in (2, mean(OUTLIER))),
    "one_number:shapes": [mean([(a - b) ** 2 for a in OUTLIER for b in OUTLIER]), 4, 4, 1, 0],
    "one_number:counts": flat([rate, mean([rate - y * log(rate) for y in (3, 5, 7)]),
        *[rate] * 3] for rate in (4, 5, 6)),
    "pairs_and_vectors:scores": [mean([0, mpf("1.5")]), mean([bce(2, 1), bce(mpf("-0.5"), 1)])] * 2,
    "pairs_and_vectors:candidates": [cross_entropy([2, 0, 1, -1], 0)],
    "pairs_and_vectors:flat": flat([count, softmax([1, *[-1] * (count - 1)])[0]] for count in (2, 1024)),
    "pairs_and_vectors:matching": [*matching(1), *matching("0.1")],
    "pairs_and_vectors:directions": [*DIRECTIONS, mean(DIRECTIONS)],
    "quantile:pinball": [*Y, *flat([q, *[pinball(guess, q) for guess in Y]] for q in numbers("0.5 0.7 0.9"))],
    "quantile:ordered": [
        *numbers("1 -2 0.5"),
        *[1, 1 + log(1 + exp(-2)), 1 + log(1 + exp(-2)) + log(1 + exp(mpf("0.5")))],
    ],
    "several_losses:learned": [
        *[0, sum(TASKS), 1, 1, *TASKS],
        *[400, sum(1 + log(loss) for loss in TASKS), *[1 / loss for loss in TASKS], 1, 1],
    ],
    "several_losses:vae": [sum(PIXELS) / 2, DIVERGENCE, sum(PIXELS) / 8, DIVERGENCE],
    "predictions:tokens": [8, 10, 9, 4, 2],
    "predictions:threshold": [log(4), log(4), mpf("0.8"), mpf("0.2"), 4, mpf("0.8"), sigmoid(mpf("0.8")),
        mpf("0.8"), log(mpf("0.8"))],
    "predictions:mixed": [2 * log(4), 2 * log(4), log(2), log(4), 4, 1, 0],
    "predictions:three": [3 * log(3), log(3), 2 * log(2), 0],
    "predictions:pairs": [0, 1, 4, 1, 0, 1, 4, 1, 0, 12, 3, 1, mpf(4) / 3, 3, 0, 2, 4],
    "predictions:ranked": [mpf("0.5"), -2, 1, mpf("-0.5"), 0, 1, 2],
}  # fmt: skip
