"""What the transcripts of `snippets/guides/shapes/` print."""

from mpmath import log, mpf

from ..definitions import cross_entropy, flat, mean, sigmoid, soft_loss, softmax

LN3 = log(3)
PAIR = [cross_entropy([2, 1, 0], 0), cross_entropy([0, 3, 1], 1)]
Z, Y = [[2, 0, 1], [0, 3, 1], [1, 1, 4], [2, 2, 0]], [0, 1, 2, 0]
LOSSES = [cross_entropy(z, c) for z, c in zip(Z, Y)]
IMAGE, MASK = [[2, 0, 1, 0, 1, 3], [0, 2, 1, 1, 0, 0]], [0, 1, 1, 0, 0, 0]
PIXELS = [cross_entropy(z, c) for z, c in zip(zip(*IMAGE), MASK)]


def columns(flat_item):
    """The three entries below each other of each position, once six numbers are read as (3, 2)."""
    return [flat_item[0::2], flat_item[1::2]]


SMOOTH = mean([soft_loss(z, [mpf("0.8") if k == c else mpf("0.1") for k in range(3)]) for z, c in zip(Z, Y)])
VIEWED = [*columns(flat(Z[:2])), *columns(flat(Z[2:]))]
TRANSPOSED = [[Z[at][k] for k in range(3) for at in pair] for pair in ((0, 1), (2, 3))]  # (3, 2) each, in order
RESHAPED = [flat(TRANSPOSED)[start : start + 3] for start in range(0, 12, 3)]


def accepted(shape):
    """The shapes of logits, indices, probabilities and losses, and two means of log C."""
    without = shape[:-1] if len(shape) == 1 else (shape[0], *shape[2:])
    return [*shape, *without, *shape, *without, LN3, LN3]


def sizes(logits, target):
    """Two shapes that do not fit, and the target's that would, beside the one it has."""
    return [*logits, *target, logits[0], *logits[2:], *target]


ORACLE = {
    "accepted:table": flat(accepted(shape) for shape in [(3,), (2, 3), (2, 3, 4), (2, 3, 4, 5)]),
    "which_kind:indices": [mean(PAIR)],
    "which_kind:probabilities": [mean(PAIR)],
    "which_kind:no_broadcasting": [2, 1, mean([soft_loss(z, [mpf("0.8"), mpf("0.1"), mpf("0.1")]) for z in ([2, 1,
        0], [0, 3, 1])])],
    "which_kind:bytes": [256 - 100, 8, 7, log(157), log(157), LN3, LN3],
    "which_kind:smoothed": [LN3],
    "one_column:zero": [True, True, True, mean([-log(sigmoid(-2)), -log(sigmoid(-3))])],
    "sequences:setup": [2, 3, 2, 2],
    "sequences:both": [mean(LOSSES)] * 2,
    "sequences:losses": LOSSES * 2,
    "sequences:soft": [SMOOTH] * 2,
    "sequences:packed": [3, 3, 3, mean(LOSSES[:3]), mean(LOSSES[:3])],
    "sequences:view": [mean([cross_entropy(z, c) for z, c in zip(VIEWED, Y)]), *flat(Z[:2]), *TRANSPOSED[0],
        *flat(Z[:2])],
    "sequences:reshape": [mean(LOSSES), mean([cross_entropy(z, c) for z, c in zip(RESHAPED, Y)]), mean(LOSSES)],
    "positions_first:flat": [cross_entropy([4, 0], 0) + mpf(4) * 2 / 6, cross_entropy([4, 0], 0)],  # 2 of 6 wrong
    "equal_sizes:square": [cross_entropy([4, 3], 0), log(2), cross_entropy([4, 0], 0), cross_entropy([3, 0], 0)],
    "images:setup": [1, 2, 2, 3, 1, 2, 3, mean(PIXELS), *PIXELS],
    "images:last": [mean(PIXELS)] * 2,
    "images:channel": [mean(PIXELS)],
    "unbatched:one": [PAIR[0]] * 4,
    "unbatched:backward": [softmax([2, 1, 0])[0] - 1, *softmax([2, 1, 0])[1:], 3, 1],  # in the message: [3], [1]
    "unbatched:sequence": [3, 2, *[mean([cross_entropy([2, 1, 0], 0), cross_entropy([0, 3, 1], 1)])] * 2],
    "mistakes:rows": [
        *(2, 3, 2, 1, 0, LN3),
        *(2, 3, 1, 2, 2, 1, 0, LN3),
        *(2, 3, 2, 3, LN3),
        *(2, 3, 2, LN3),
        *(2, 3, 2, LN3),
        *(2, 3, 2, 3, 1, LN3),
        *(1, 3, 1, 0, LN3),
        *(10, 3, 2, 5, 10, 2, LN3),
    ],
    "mistakes:grids": [
        *(*sizes((2, 5, 3), (2, 5)), 1, 2, LN3),
        *(2, 5, 3, 10, 2, 10, 0, 1, LN3),
        *(*sizes((2, 3, 5), (2, 5, 3)), 1, 2, LN3),
        *(2, 4, 5, 3, 2, 4, 5, 2, 4, 5, 3, 2, 4, 5, -1, 1, LN3),
        *(2, 3, 4, 5, 2, 1, 4, 5, 4, 0, LN3),
        *(2, 3, 4, 5, 2, 4, 5, LN3),
    ],
    "predictions:target": [8, 5, 8, 20, 8, 5, 8, 20, 8, 8, 5, 8],
    "predictions:eye": [cross_entropy([1, 0, 0], 0), cross_entropy([1, 0, 0], 0)],
    "predictions:viewed": [*range(6), 0, 3, 0, 1, 0, 2],
    "predictions:pixels": [30, 15, log(4), log(4), 120, 2, 24],
    "predictions:from-one": [*flat((label, log(5)) for label in (1, 2, 3, 4)), 5, 5],
    "predictions:square": [log(2), cross_entropy([5, 0], 0), 2 * log(2)],
}  # fmt: skip
NO_NUMBERS = {"which_kind:kinds"}
