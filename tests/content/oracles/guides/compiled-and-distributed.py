"""What the transcripts of `snippets/guides/compiled-and-distributed/` print."""

from mpmath import log, mpf, sqrt

from ..definitions import INF, NAN, cross_entropy, flat, float32, mean, numbers

ROWS = [numbers("2 1 0"), numbers("0 1 2")]
COUNTED = mean([cross_entropy(row, c) for c, row in enumerate(ROWS)])  # the third row is ignored


def bce(p, y):
    """−(y log p + (1 − y) log(1 − p)), for any y."""
    return -(y * log(p) + (1 - y) * log(1 - p))


def total(targets):
    """The gradient of the sum over targets in the logits, while every probability is 1/3."""
    return [len(targets) / mpf(3) - targets.count(k) for k in range(3)]


def true_mean(*processes):
    """The gradient of the mean over the targets of all processes."""
    return [each / len(sum(processes, [])) for each in total(sum(processes, []))]


def mean_of_means(*processes):
    """The mean over processes of the gradients of their own means; that of no targets is 0."""
    own = [[each / max(len(targets), 1) for each in total(targets)] for targets in processes]
    return [mean(column) for column in zip(*own)]


UNEQUAL, EMPTY = ([0], [1, 1, 1]), ([0], [])
TRUE = [*true_mean(*UNEQUAL), *true_mean(*EMPTY)]
BIAS = [-each for each in true_mean([0, 1, 2, 2])]  # one step of length 1

SCALE, GRADIENT = 1024, numbers("3 4")
NORM = sqrt(sum(each**2 for each in GRADIENT))
CLIPPED = [-each / NORM for each in GRADIENT]


def compilations(sizes, fixed, every=False):
    """The compilations up to each call: a new size costs one, but if not every does, one serves all sizes above 1."""
    known, free, counts = set(fixed), bool(fixed), []
    for size in sizes:
        if size not in known and not (free and size > 1):
            free = free or (not every and bool(counts) and size > 1)
            known.add(size)
            counts.append(counts[-1] + 1 if counts else 1)
        else:
            counts.append(counts[-1] if counts else 1)
    return counts


SIZES = [8, 8, 5, 7, 1]

ORACLE = {
    "compiled:breaks": [True, -100, 1, 2, 2, 0, 2, 2, 0, 1, 1],
    "compiled:checks": [3, 3, COUNTED, 1.5, NAN, 2, bce(mpf("0.9"), 2), 2],
    "compiled:sizes": [
        *[*SIZES, *compilations(SIZES, [])],
        *[False, *compilations(SIZES, [], every=True)],
        *compilations(SIZES, SIZES[:1]),
        *range(1, 5),
        *[1, 2, 2, 2],
        *[1, 1, 1, 1],
        8,
    ],
    "no_gradient:step": [INF, INF, 0],
    "processes:table": [
        *[1, 3, 1, 0],
        *TRUE,
        *[*mean_of_means(*UNEQUAL), *mean_of_means(*EMPTY)],
        *[*mean_of_means(*UNEQUAL), NAN, NAN, NAN],
        *TRUE,
    ],
    "step:run": flat([size, log(mpf(3)), *BIAS] for size in (1, 2)),
    "step:unused": [0],
    "clip:order": [
        *[NORM, *CLIPPED, SCALE],
        *[NORM * SCALE, *[each / SCALE for each in CLIPPED], SCALE],
        *[INF, 0, 0, SCALE / 2],
        *[2**16, 2000],
    ],
    "falling:scale": flat([step, mpf(2) ** (16 - step), 1] for step in (1, 2, 16, 20)),
    "digits:digits": [float32(float32(mpf(2) ** 24 + 1) + 1), float32(mpf(2) ** 24 + 2), True, False, True],
    "predictions:graphs": [2, 1, 1, 0, 1, 0, 1, 0],
    "predictions:sizes": [
        *[compilations([32, 32, 24, 16], [])[-1], False, compilations([32, 32, 24, 16], [], every=True)[-1]],
        *[compilations([32, 32], [])[-1], 4],
    ],
    "predictions:empty": [log(3), *total([0]), NAN, 0, 0, 0, *mean_of_means(*EMPTY)],
    "predictions:clip": [1 / mpf(8), 1, 10, 8, mpf(10) / 8],
    "predictions:sampler": [False, 8, 2, 2, 2, 2, True, 4, 1, 1, 1, 1, 7, 4, 28],
    "predictions:epochs": [True, False],
}
NO_NUMBERS = {"kernels:kernels"}
