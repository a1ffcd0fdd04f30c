"""What the transcripts of `snippets/guides/segmentation/` print."""

from mpmath import exp, log, mpf

from ..definitions import INF, NAN, cross_entropy, dot, flat, gradient, mean, numbers, sigmoid, softmax

# The two images, each as the probabilities of its four pixels, and their classes.
A = [numbers(row) for row in ("0.8 0.1 0.1", "0.8 0.1 0.1", "0.8 0.1 0.1", "0.2 0.6 0.2")]
B = [numbers(row) for row in ("0.8 0.1 0.1", "0.2 0.6 0.2", "0.5 0.1 0.4", "0.2 0.1 0.7")]
IMAGES = [(A, [0, 0, 0, 1]), (B, [0, 1, 2, 2])]


def dice_loss(p, y, s=0):
    """1 − (2 Σ p y + s) / (Σ p + Σ y + s)."""
    return 1 - (2 * sum(a * b for a, b in zip(p, y)) + s) / mpf(sum(p) + sum(y) + s)


def by_class(pixels, k):
    """The probabilities of class k, and 1 where it is the target, for (probabilities, target) of each pixel."""
    return [p[k] for p, _ in pixels], [int(c == k) for _, c in pixels]


PIXELS = [list(zip(p, c)) for p, c in IMAGES]  # by image
VALID = flat(PIXELS)[:-1]  # the last one has the label 255
CE = mean([-log(p[c]) for p, c in VALID])
FOREGROUND = mean([dice_loss(*by_class(VALID, k), mpf("1e-5")) for k in (1, 2)])
EACH = [[dice_loss(*by_class(image, k)) for k in range(3)] for image in PIXELS]


def libraries(images):
    """The losses of the libraries for some of the images."""
    each = [[dice_loss(*by_class(image, k)) for k in range(3)] for image in images]
    present = [{c for _, c in image} for image in images]
    of_batch = [dice_loss(*by_class(flat(images), k)) for k in range(3)]
    raw = [[([log(x) for x in p], c) for p, c in image] for image in images]
    hard = [[([int(x == max(p)) for x in p], c) for p, c in image] for image in images]
    scores = [[by_class(image, k) for k in range(3)] for image in hard]
    return [
        mean(flat(each)), mean(flat(row[1:] for row in each)), mean(of_batch),
        mean([dice_loss(*by_class(image, k)) for image in raw for k in range(3)]),
        mean(flat(each)) + mean([-log(p[c]) for image in images for p, c in image]),
        mean([of_batch[k] * any(k in there for there in present) for k in range(3)]),
        mean([1 - mean([p[c] for p, c in image]) for image in images]),  # all classes at once: Σ p = Σ y
        mean([mean([row[k] for k in there]) for row, there in zip(each, present)]),
        mean([mean([dice_loss(p, y) for p, y in row if sum(p) + sum(y)]) for row in scores]),
    ]  # fmt: skip


BOTH, FIRST = libraries(PIXELS), libraries(PIXELS[:1])
MASK, PROBS = [1, 1, 0, 0], numbers("0.9 0.6 0.2 0.1")
LOGITS = [log(p / (1 - p)) for p in PROBS]
RAW_PULL = gradient(lambda z: dice_loss(z, MASK), LOGITS)
SIGMOID_PULL = gradient(lambda z: dice_loss([sigmoid(each) for each in z], MASK), LOGITS)

LARGE = [mpf("0.9")] * 6 + [mpf("0.1")] * 2, [1] * 6 + [0] * 2
SMALL = [mpf("0.2")] + [mpf("0.1")] * 7, [1] + [0] * 7
TOGETHER = [*LARGE[0], *SMALL[0]], [*LARGE[1], *SMALL[1]]
PULLS = [
    -gradient(lambda p: dice_loss(p, SMALL[1]), SMALL[0])[0] / 2,
    -gradient(lambda p: dice_loss(p, TOGETHER[1]), TOGETHER[0])[8],
]


def empty(total):
    """The losses of an overlap of 0: without a term, with one below, in both, and with 1 in both."""
    small, total = mpf("1e-5"), mpf(total)
    none = 1 if total else NAN
    return [none, 1, 1 - small / (total + small), 1 - 1 / (total + 1)]


TP, FP, FN = mpf("1.5"), mpf("0.3"), mpf("0.5")
TVERSKY = [1 - TP / (TP + FP / 2 + FN / 2), 1 - TP / (TP + mpf("0.3") * FP + mpf("0.7") * FN)]
SQUARES = 1 - 2 * TP / (sum(p * p for p in PROBS) + 2)

ROW = [numbers(row) for row in ("0.6 0.3 0.1", "0.2 0.7 0.1", "0.1 0.1 0.8")]  # the last is ignored


def ignored(fill, keep):
    """The mean Dice loss, where the ignored pixel has the target `fill` and its probabilities count `keep` times."""

    def loss(z):
        last = [keep * p for p in softmax(z)]
        classes = [[row[k] for row in [*ROW[:2], last]] for k in range(3)]
        return mean([dice_loss(p, [*(int(k == c) for c in range(2)), int(fill == k)]) for k, p in enumerate(classes)])

    z = [log(p) for p in ROW[2]]
    return [loss(z), *(gradient(loss, z) if keep else [0, 0, 0])]


BINARY = [log(1 + exp(z)) - z * y for z, y in zip(numbers("2 -1 1 3"), (1, 0, 0, 255))]


def nll(p):
    """The mean loss of four pixels with the targets 1, 1, 1, 0, from the probabilities of class 1."""
    return mean([-log(x) for x in (p[0], p[1], p[2], 1 - p[3])])


HALF, THIRD = [8, mpf("5.5"), mpf("0.5"), -2], [8, mpf(14) / 3, mpf(4) / 3, -2]
FALSE, CORNERS = [sigmoid(z) for z in HALF], [sigmoid(z) for z in THIRD]
ENDS = [sigmoid(8), sigmoid(-2)]
BLURRED = [ENDS[0], (3 * ENDS[0] + ENDS[1]) / 4, (ENDS[0] + 3 * ENDS[1]) / 4, ENDS[1]]
HARD = [cross_entropy([0, z], 1) for z in (3, 3, 3, 3, 0, -2)]
TOP = [HARD[5], HARD[4]]
COUNT = [11, 3, 1]
DICES, IOUS = [[1, mpf("0.5")], [mpf(10) / 13] * 2], [[1, mpf(1) / 3], [mpf(5) / 8] * 2]
THREE = [mpf(2) / 3, mpf(1) / 2, NAN]

SCORES = numbers("0.9 0.5 0.2")  # the Dice scores of three classes

ORACLE = {
    "answer:loss": [CE, FOREGROUND, CE + FOREGROUND],
    "dice:soft": [
        *[1, 2, TP, sum(PROBS) + 2, dice_loss(PROBS, MASK), *SIGMOID_PULL],
        *[1, 2, sum(LOGITS[:2]), sum(LOGITS) + 2, dice_loss(LOGITS, MASK), *RAW_PULL],
        *[1, 2, 2, 6, dice_loss([1] * 4, MASK), 0, 0, 0, 0, 1, 2, 2, 4, 0],
    ],
    "per_batch:two": [
        *[2, 3, dice_loss(*LARGE), dice_loss(*SMALL), mean([dice_loss(*LARGE), dice_loss(*SMALL)]), PULLS[0]],
        *[0, 2, 3, *[dice_loss(*TOGETHER)] * 2, PULLS[1]],
    ],
    "empty:table": [
        *[mpf("1e-5"), mpf("1e-5"), 1],
        *[0, *empty(0), mpf("0.1"), *empty("0.1"), 1, *empty(1), 100, *empty(100)],
    ],
    "empty:half": [INF, INF, NAN, 65504, mpf("1e-8"), 0, 0],
    "denominators:forms": [
        *[TP, FP, FN, TVERSKY[0], SQUARES, 1 - TP / (TP + FP + FN)],
        *[mpf("0.5"), mpf("0.5"), TVERSKY[0], mpf("0.3"), mpf("0.7"), TVERSKY[1]],
    ],
    "denominators:soft_target": [mpf("0.5"), 0, 0, mpf(1) / 3, mpf("0.2"), mpf(1) / 3],
    "iou:ranks": [each for d, j in zip(DICES, IOUS) for each in (*d, mean(d), *j, mean(j))],
    "iou:confusion": [
        *[2, 1, 0, 0, 1, 0, 0, 0, 0, *THREE],
        *[mpf(3) / 4, mean(THREE[:2]), NAN, 0, mean([*THREE[:2], 0])],
    ],
    "libraries:classes": flat(EACH),
    "libraries:same": [each for pair in zip(BOTH[:-1], FIRST[:-1]) for each in pair] + [1, BOTH[-1], FIRST[-1]],
    "labels:ignore": [255, 0, *ignored(0, 1), *ignored(None, 1), *ignored(None, 0)],
    "labels:binary": [*BINARY, mean(BINARY), mean(BINARY[:3])],
    "labels:bytes": [0, 0, 0, 1, 0, 1],
    "labels:zero": [255, 0, 1, 254, 255, 0, 1, 255, 255, 1, 2, 255],
    "resize:mask": [0, 0, 1, 2, 2, 65, 191, 255, 0, 0, 2, 2, 2, 2, 255, 255],
    "resize:logits": [
        *[False, nll(FALSE), *HALF, *FALSE, True, nll(CORNERS), *THIRD, *CORNERS, nll(BLURRED), *BLURRED],
    ],
    "hard_pixels:topk": [*TOP, mean(TOP), sum(TOP) / 6, mean(HARD), sum(HARD) / 8],
    "hard_pixels:map": [dot([1, 1, 1, 1, 5, 5], HARD) / 14],
    "hard_pixels:weights": [*COUNT, *[mpf(15) / (3 * n) for n in COUNT], 5, 5, 5],
    "hard_pixels:deterministic": [mean(HARD)] * 2,
    "class_weights:weights": [
        dot([1, 1, 4], [1 - each for each in SCORES]) / 6,
        1 - dot([1, 1, 4], SCORES) / 3,
        mean([0, 0, -3]),
    ],
    "empty:metric": [  # the first number of each 0/0 is in the heads
        *[0, 0, 1, 0, 0, 0], *3 * [mpf("0.5")], *3 * [0], 1, 0, NAN, 0, 0, NAN,
        mpf("1.5") / 4, mpf("0.5") / 4, mpf("0.5") / 2,
    ],
    "predictions:dice": [mpf("1.6"), mpf("2.2"), mpf(3) / 11, mpf(8) / 11, 2, mpf(7) / 11, mpf("1.4"), mpf(3) / 7],
    "predictions:batch": [0, 1, mpf("0.5"), 16, 18, mpf(1) / 9, mpf(8) / 9, mpf("0.2")],
    "predictions:empty": [1, 1, mpf("0.5"), 0, 1, 1, 0, 0],
    "predictions:iou": [8, 10, mpf("0.8"), 4, 6, mpf(2) / 3, mpf(1) / 3, mpf("0.4")],
    "predictions:ignored": [255, log(1 + exp(1)) - 255, 1, log(1 + exp(-1)), 0, 0],
    "predictions:bilinear": [0, 1, 3, 4, 0, 0, 4, 4, True, 0, mpf(4) / 3, mpf(8) / 3, 4, 0, 1, 2, 4, 2],
}  # fmt: skip
