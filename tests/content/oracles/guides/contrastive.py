"""What the transcripts of `snippets/guides/contrastive/` print."""

from mpmath import exp, log, mpf, sqrt

from ..definitions import INF, NAN, cross_entropy, dot, flat, gradient, mean, numbers, sigmoid, softmax

IMAGES, TEXTS = [numbers(row) for row in ("3 4", "0 2", "4 -3")], [numbers(row) for row in ("4 3", "0 1", "1 0")]
FIRST, SECOND = [numbers("1 0"), numbers("0 1")], [numbers("0.8 0.6"), numbers("-0.8 0.6")]
FOUR = (
    [numbers(row) for row in ("2 1", "1 2", "-1 1", "1 -1")],
    [numbers(row) for row in ("1 0", "0 1", "-2 1", "2 -1")],
)
Z, LABELS = [numbers(row) for row in ("1 0", "0.8 0.6", "0.6 0.8", "-1 0", "-0.6 0.8", "0 -1")], (0, 0, 0, 1, 1, 2)

QUERIES, KEYS = [numbers("0.6 0.8"), numbers("0.8 -0.6")], [numbers("0.8 0.6"), numbers("1 0")]
QUEUE = [numbers("0 1"), numbers("-1 0"), numbers("-0.6 0.8")]


def unit(a):
    """The vector divided by its length."""
    return [x / sqrt(dot(a, a)) for x in a]


def products(a, b, scale=1):
    """The matrix of scaled dot products."""
    return [[scale * dot(x, y) for y in b] for x in a]


def cosines(a, b, scale=1):
    """The matrix of scaled cosines."""
    return products([unit(x) for x in a], [unit(y) for y in b], scale)


def turned(rows):
    """The transposed matrix."""
    return [list(column) for column in zip(*rows)]


def diagonal(rows, start=0):
    """The mean loss of rows whose class indices count up."""
    return mean([cross_entropy(row, start + n) for n, row in enumerate(rows)])


def floor(n, s):
    """log(1 + (N − 1) e^(−sN / (N − 1)))."""
    return log(1 + (n - 1) * exp(-s * n / mpf(n - 1)))


def softplus(z):
    """log(1 + e^z)."""
    return log(1 + exp(z))


MOCO = [[dot(q, k), *(dot(q, old) for old in QUEUE)] for q, k in zip(QUERIES, KEYS)]
CUT = [  # the losses of all entries, and of the first two
    diagonal(
        cosines(
            [numbers(q)[:n] for q in ("2 0 1 0", "0 2 0 1", "1 1 2 0")],
            [numbers(k)[:n] for k in ("2 1 1 0", "0 2 1 1", "1 1 1 1")],
            10,
        )
    )
    for n in (4, 2)
]
COSINES = cosines(IMAGES, TEXTS)
TENFOLD = cosines(IMAGES, TEXTS, 10)
OWN = [dot(unit(a), unit(b)) for a, b in zip(IMAGES, [numbers("4 2"), numbers("1 3"), numbers("2 1")])]
DIRECTIONS = [diagonal(TENFOLD), diagonal(turned(TENFOLD))]
BY_FEATURE = products(*(turned([unit(column) for column in turned(rows)]) for rows in (IMAGES, TEXTS)), 10)
SWAPPED = gradient(
    lambda t: mean([cross_entropy([exp(t[0]) * x for x in row], c) for row, c in zip(COSINES, (1, 0, 2))]), [log(100)]
)

VIEWS = cosines(FIRST + SECOND, FIRST + SECOND, 2)
NT_XENT = mean(
    [
        cross_entropy([x for k, x in enumerate(row) if k != n], (n + 2) % 4 - ((n + 2) % 4 > n))
        for n, row in enumerate(VIEWS)
    ]
)


def encoded(weight, rows):
    """Each row times the transposed 2 × 2 weight with the first row given, the second (0, 1)."""
    return [[dot(weight, row), row[1]] for row in rows]


def whole(weight, pairs=slice(0, 4)):
    """The loss of these of the four pairs at scale 2."""
    return diagonal(cosines(encoded(weight, FOUR[0][pairs]), encoded(weight, FOUR[1][pairs]), 2))


def halves(weight):
    """The mean loss of two and two pairs."""
    return (whole(weight, slice(0, 2)) + whole(weight, slice(2, 4))) / 2


ONE = [mpf(1), mpf(0)]


def both(a, b, all_a, all_b, log_scale, start=0):
    """The symmetric loss of some rows among all."""
    scale = exp(log_scale)
    return (diagonal(cosines(a, all_b, scale), start) + diagonal(cosines(b, all_a, scale), start)) / 2


def live(t):
    """The four pairs with the first features times t_0 and t_1."""
    return [[t[0] * x, y] for x, y in FOUR[0]], [[t[1] * x, y] for x, y in FOUR[1]]


def one_process(t):
    """The loss of all four pairs."""
    a, b = live(t)
    return both(a, b, a, b, t[2])


def no_gradient(t):
    """The mean over two ranks of the loss of their rows against all rows, which stay as they are."""
    a, b = live(t)
    return mean([both(a[n : n + 2], b[n : n + 2], *FOUR, t[2], n) for n in (0, 2)])


AT = [mpf(1), mpf(1), mpf(1)]
EXACT, PLAIN = gradient(one_process, AT), gradient(no_gradient, AT)

HARDEST = numbers("0.8 0.7 0.3 -0.2")
ALIKE = [numbers(row) for row in ("4 3 0", "3 4 0", "0 0 4")]
P = softmax(ALIKE[0])
MASKED = softmax([ALIKE[0][0], ALIKE[0][2]])

CELLS = flat([softplus(10 - x if n == k else x - 10) for k, x in enumerate(row)] for n, row in enumerate(TENFOLD))
PER_ROW = {n: [softplus(-b) + (n - 1) * softplus(b) for b in (0, -10, -log(n - 1))] for n in (8, 256, 32768)}

POSITIVE = [[k for k in range(6) if k != n and LABELS[k] == LABELS[n]] for n in range(5)]
PROBS = [
    dict(zip([k for k in range(6) if k != n], softmax([10 * dot(Z[n], Z[k]) for k in range(6) if k != n])))
    for n in range(5)
]
OUTSIDE = mean([mean([-log(PROBS[n][k]) for k in POSITIVE[n]]) for n in range(5)])
INSIDE = mean([-log(mean([PROBS[n][k] for k in POSITIVE[n]])) for n in range(5)])
TO_LN_2 = mpf(3) / 5 * log(2)

ORACLE = {
    "clip:loss": [mean(DIRECTIONS)],
    "clip:directions": [
        *[*flat(COSINES), DIRECTIONS[0], *DIRECTIONS],
        *[diagonal(COSINES), diagonal(products(IMAGES, TEXTS, 10)), 0, diagonal(BY_FEATURE)],
    ],
    "clip:own": [
        *OWN,
        mean([cross_entropy([*row, 10 * own], n) for n, (row, own) in enumerate(zip(TENFOLD, OWN))]),
    ],
    "clip:clamp": [mpf("0.07"), 1 / mpf("0.07"), 0, *SWAPPED, mpf("99.5"), 100],
    "bounds:table": [
        *[1, 1, mpf("0.07"), 100],
        *flat([n, log(n), *(floor(n, s) for s in (1, 1 / mpf("0.07"), 100))] for n in (4, 256, 32768)),
    ],
    "bounds:simplex": [1, *[-mpf(1) / 3] * 3, 1, floor(4, 1), 3, floor(4, 3)],
    "bounds:hardest": [
        *HARDEST[1:],
        *flat(
            [s, cross_entropy([s * x for x in HARDEST], 0), *softmax([s * x for x in HARDEST[1:]])]
            for s in (1, 10, 100)
        ),
    ],
    "simclr:loss": [
        *flat([-INF if n == k else x for k, x in enumerate(row)] for n, row in enumerate(VIEWS)),
        *[2, 3, 0, 1, NT_XENT],
    ],
    "simclr:limits": [0, log(2), log(3)],
    "micro_batches:accumulated": [whole(ONE), *gradient(whole, ONE), halves(ONE), *gradient(halves, ONE)],
    "micro_batches:cached": [whole(ONE), *gradient(whole, ONE)],
    "recall:ranks": [
        *[1, 2, 1, 4, mean([1, mpf(1) / 2, 1, mpf(1) / 4]), 1, mpf(2) / 4, 2, mpf(3) / 4],
        *[4, 4, 4, 4, mpf(1) / 4, 1, 0, 2, 0, 1, 1, 1, 1],
    ],
    "cosent:grades": [
        *[log(6), 1, 5, 6, log(6)],
        *[log(1 + 2 * exp(mpf(-4)) + exp(mpf(-6)) + 2 * exp(mpf(-2))), 1, 5, 6, log(6)],
    ],
    "moco:queue": [*flat(MOCO), mean([cross_entropy([2 * z for z in row], 0) for row in MOCO]),
        *[3, log(4), 65536, log(65537)]],
    "processes:table": [*EXACT, *EXACT, *EXACT, EXACT[0] / 2, EXACT[1] / 2, EXACT[2], *PLAIN],
    "gather_warns:warning": [True],
    "cosface:margin": [cross_entropy(numbers("9 3 0"), 0), cross_entropy(numbers("-1.5 3 0"), 0)],
    "duplicates:alike": [2 * log(2) / 3, 0, 2 * log(2) / 3, INF],
    "duplicates:gradients": [P[0] - 1, P[1], P[2], MASKED[0] - 1, 0, MASKED[1], P[0] - 0.5, P[1] - 0.5, P[2]],
    "duplicates:scale": [log(1 + exp(-mpf("1.6"))), -mpf("0.8") * sigmoid(mpf("-1.6")), log(1 + exp(-mpf("1.6"))), NAN],
    "siglip:loss": [sum(CELLS) / 3, sum(CELLS) / 3, sum(CELLS) / 9],
    "siglip:bias": [0, -10, *flat([n, row[0], row[1], -log(n - 1), row[2]] for n, row in PER_ROW.items())],
    "supcon:loss": [OUTSIDE, TO_LN_2, 3, 5, 2, TO_LN_2],
    "supcon:nan": [NAN, NAN, OUTSIDE, INSIDE],
    "collapse:spread": [-1, 0, -1, sqrt((3 * mpf("0.25") ** 2 + mpf("0.75") ** 2) / 3)],
    "predictions:alike": [log(8), 10 * log(8), mpf(1) / 8, 2, 3],
    "predictions:views": [5, log(5), log(6), log(3)],
    "predictions:micro": [256, 1024, 768, 24, 992],
    "predictions:rank": [0, 0, 2, 16, 3, 24],
    "predictions:captions": [3 * log(3) / 4, 0, 2, log(3), log(3) / 4, 3 * log(2) / 4, 0],
    "matryoshka:lengths": [
        4, CUT[0], 2, CUT[1], sum(CUT), 2 * log(3), 2 / sqrt(5), 2 / sqrt(5), sqrt(2) / sqrt(6),
    ],
}  # fmt: skip
