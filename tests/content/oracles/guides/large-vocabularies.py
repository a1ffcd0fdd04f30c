"""What the transcripts of `snippets/guides/large-vocabularies/` print."""

from mpmath import exp, ldexp, log, mp, mpf, nint, sqrt, tanh

from ..definitions import INF, Generator, cross_entropy, flat, mean, numbers, shares, softmax


def bfloat16(x):
    """The number nearest to x with eight binary digits; of two equally near, the one whose last digit is 0."""
    unit = ldexp(1, int(mp.floor(log(abs(x), 2))) - 7)
    return nint(x / unit) * unit


def logits(x, weight):
    """The product of each row of the layer with the features."""
    return [sum(a * b for a, b in zip(row, x)) for row in weight]


WEIGHT = [[1, 0], [0, 1], [-1, 1], [1, -1]]
FIVE = mean([cross_entropy(logits(x, WEIGHT), y) for x, y in [((2, 0), 0), ((0, 3), 1), ((-1, 2), 2), ((1, -2), 3)]])
THREE = mean([cross_entropy(logits(x, WEIGHT), y) for x, y in [((2, 0), 0), ((0, 3), 1)]])

PARTS = [mpf(1)] * 32 + [mpf(256)] + [mpf(1)] * 32  # of the gradient: half of each feature, as p is one half


def gradient(size):
    """The parts, added up chunk by chunk in bfloat16."""
    total = mpf(0)
    for start in range(0, 65, size):
        total = bfloat16(total + bfloat16(sum(PARTS[start : start + size])))
    return total


SIZES = [65, 5, 1]
GRADIENTS = [gradient(size) for size in SIZES]
V = 128256
SHARDED = [([2, 1, mpf("0.5"), 3, -1, 0], 3), ([0, 4, 1, 1, 2, 5], 1)]
LOG_Z = log(sum(exp(each) for each in (2, 1, 0)))
CAPPED = numbers("1 10 30 60 90 100")
P = numbers("0.6 0.3 0.1")
NEGATIVES = [[sqrt(each) for each in P], P]


def half_capped(z):
    """30 tanh(z / 30), each step rounded."""
    return bfloat16(30 * bfloat16(tanh(bfloat16(z / 30))))


def tied():
    """The mean loss of eight features on an embedding from a standard normal distribution, and on a smaller one."""
    drawn = Generator(0)
    x, first, second = drawn.randn(8 * 64), drawn.randn(100 * 64), drawn.randn(100 * 64)
    rows = [x[n * 64 : n * 64 + 64] for n in range(8)]

    def loss(table, scale):
        weight = [table[k * 64 : k * 64 + 64] for k in range(100)]
        return mean([cross_entropy([scale * z for z in logits(row, weight)], n) for n, row in enumerate(rows)])

    return [loss(first, 1), log(100), mpf("0.02"), loss(second, mpf("0.02"))]


def ones():
    """128 and 300 times 1, rounded after each addition."""
    total = mpf(128)
    for _ in range(300):
        total = bfloat16(total + 1)
    return total


def running(size):
    """The mean loss of 4096 tokens with 256 equal logits, added up chunk by chunk in bfloat16."""
    total = mpf(0)
    for _ in range(4096 // size):
        total = bfloat16(total + size * log(256) / 4096)
    return total


SHARES = numbers("0.5 0.3 0.2")
PADDED = [-8, -10, -11, 0, 0]
KEPT = [2, 4, 6, 8, 8, 4]  # log-probabilities, of 2 or 4 bytes, and the tangent or the logits that logsumexp keeps
MIXED = softmax(numbers("4 0 0"))  # of the first softmax; the second one swaps the first two

ORACLE = {
    "answer:use": [FIVE, FIVE, True],
    "kept:ways": flat([each, 0] for each in KEPT),
    "rounded:rounded": [log(V), 1, bfloat16(log(V)), V * exp(-bfloat16(log(V)))],
    "accumulate:exact": [256, 64, 1, 320, bfloat16(mpf(257)), bfloat16(mpf(258))],
    "accumulate:table": [*SIZES, *GRADIENTS, *GRADIENTS, False, 320, 320, 320, *GRADIENTS],
    "options:loss": [THREE, THREE],
    "running:table": [4096, 512, 64, 8, *map(running, (4096, 512, 64, 8)), *[bfloat16(log(256))] * 4, *[log(256)] * 4],
    "options:size": [256, 32, 2, 128, 64],
    "shards:shards": [*[cross_entropy(z, y) for z, y in SHARDED] * 2, True],
    "small_logits:zloss": flat(
        [z, cross_entropy([2, 1, 0], 0), z**2 / 10000, 0, z / 5000] for z in (LOG_Z, LOG_Z + 100)
    ),
    "small_logits:softcap": [
        *CAPPED,
        *[30 * tanh(z / 30) for z in CAPPED],
        *[1 - tanh(z / 30) ** 2 for z in CAPPED],
        *map(half_capped, CAPPED),
    ],
    "mixture:mixture": [1, -log((MIXED[0] + MIXED[1]) / 2), cross_entropy(numbers("2 2 0"), 0)],
    "sampled:sampled": [0, *flat([*shares([p / q for p, q in zip(P, way)]), True, *P, True] for way in NEGATIVES)],
    "predictions:bytes": numbers("1.048576 2.097152 0.9765625 0.524288 8.388608"),
    "predictions:ones": [ones(), 428, 128],
    "predictions:devices": [
        log(mpf("1.5") * (exp(2) + 1)),
        *[2 + log(3), 2 + 2 * log(mpf("1.5")), 2 + log(mpf("1.5"))],
    ],
    "predictions:uniform": [*SHARES, *[mpf(1) / 3] * 3, *[1, *shares([p**2 for p in SHARES])]],
    "predictions:padding": [cross_entropy([-5, -5, -5, 0], 0), log(3), log(4)],
    "padded:start": [64, 50304, 47, 128, 50304, 47, log(50257), log(50304)],
    "padded:zeros": [
        *[cross_entropy(PADDED, 0), cross_entropy(PADDED[:3], 0), cross_entropy(PADDED[:3], 0), INF],
        *[4, cross_entropy(PADDED, 4), cross_entropy([*PADDED[:3], mean(PADDED[:3]), mean(PADDED[:3])], 0)],
    ],
    "tied:tied": tied(),
}
