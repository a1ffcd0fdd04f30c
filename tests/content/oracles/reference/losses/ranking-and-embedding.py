"""What the transcripts of `snippets/reference/losses/ranking-and-embedding/` print."""

from mpmath import log, mpf, sqrt

from ...definitions import NAN, by_numpy, cosine, dot, flat, gradient, mean, numbers, reductions


def margin_ranking(x1, x2, y, m=0):
    """max(0, −y (x1 − x2) + m)."""
    return max(0, -y * (x1 - x2) + m)


def margin_ranking_slope(x1, x2, y, m=0):
    """Its derivative by x1: −y where it costs and, as torch has it, at the corner, else 0."""
    return -y if -y * (x1 - x2) + m >= 0 else 0


def hinge_embedding(x, y, m=1):
    """The loss x for y = 1, max(0, m − x) for y = -1, and both for any other y."""
    return (y != -1) * x + (y != 1) * max(0, m - x)


def cosine_embedding(x1, x2, y, m=0):
    """1 − cos for y = 1, max(0, cos − m) for y = -1, 0 for any other y; ε = 1e-12."""
    cos = cosine(x1, x2, mpf("1e-12"))
    return {1: 1 - cos, -1: max(0, cos - m)}.get(y, 0)


def euclidean(x, y):
    """‖x − y + ε‖, ε = 1e-6."""
    return sqrt(sum((a - b + mpf("1e-6")) ** 2 for a, b in zip(x, y)))


def manhattan(x, y):
    """Σ_k |x_k − y_k|; at its corner the symmetric difference of `gradient` is 0, the sign of 0."""
    return sum(abs(a - b) for a, b in zip(x, y))


def square(x, y):
    """Σ_k (x_k − y_k)²."""
    return sum((a - b) ** 2 for a, b in zip(x, y))


def triplet(a, p, n, d=euclidean, m=1, swap=False):
    """max(0, d(a, p) − d(a, n) + m); with swap, d(p, n) if that is less than d(a, n)."""
    return max(0, d(a, p) - (min(d(a, n), d(p, n)) if swap else d(a, n)) + m)


def each(loss, *columns, **options):
    """The loss of each row of the columns."""
    return [loss(*row, **options) for row in zip(*columns)]


def slopes(loss, *columns, **options):
    """The gradient of the mean loss by each vector of the first column, as autograd has it and by hand."""

    def of_row(x, *others):
        return gradient(lambda x: loss(x, *others, **options) / len(columns[0]), x)

    return flat(each(of_row, *columns)) * 2


SCORES, RIVALS, HIGHER = numbers("2 0.5 1"), numbers("0 1.5 1"), [1, 1, -1]
RANKED = [slope / mpf(3) for slope in each(margin_ranking_slope, SCORES, RIVALS, HIGHER, m=0.5)]
DRAW = [1] * 3, [1] * 3, HIGHER
DISTANCES, SIMILAR = numbers("0.3 0.3 2"), [1, -1, -1]
ONE, TWO = [numbers("3 4"), numbers("3 4"), numbers("1 0")], [numbers("4 3"), numbers("4 3"), numbers("0 2")]
X, OPPOSITE_X = numbers("3 4"), numbers("-3 -4")
A, P = [numbers("0 0")] * 3, [numbers("3 4"), numbers("0 1"), numbers("0 1")]
N, FURTHER = ([numbers(first), numbers("1.5 0"), numbers("0 9")] for first in ("0 5.5", "0 7.5"))
COSTS = each(triplet, A, P, N)
ENTRIES = [triplet([a], [p], [n], manhattan) for a, p, n in zip(flat(A), flat(P), flat(FURTHER))]
GOOD = [numbers("1 0")], [numbers("1 0.1")], [numbers("0 1")]

ORACLE = by_numpy({
    "margin_ranking_loss:example": reductions(each(margin_ranking, SCORES, RIVALS, HIGHER, m=0.5)),
    "margin_ranking_loss:gradient": [*RANKED, *(-slope for slope in RANKED)] * 2,
    "margin_ranking_loss:pitfall_margin": flat(
        [
            m, mean(each(margin_ranking, *DRAW, m=m)),
            *(slope / mpf(3) for slope in each(margin_ranking_slope, *DRAW, m=m)),
        ]
        for m in (0, 0.5)),
    "margin_ranking_loss:pitfall_target":
        [*each(margin_ranking, SCORES, RIVALS, [1, 1, 0], m=0.5),
         *each(margin_ranking_slope, SCORES, RIVALS, [1, 1, 0], m=0.5)],
    "hinge_embedding_loss:example": reductions(each(hinge_embedding, DISTANCES, SIMILAR)),
    "hinge_embedding_loss:gradient": gradient(lambda x: mean(each(hinge_embedding, x, SIMILAR)), DISTANCES) * 2,
    "hinge_embedding_loss:pitfall_target": [
        0, *each(hinge_embedding, DISTANCES, [1, 0, 0]),
        *gradient(lambda x: sum(each(hinge_embedding, x, [1, 0, 0])), DISTANCES),
        -1, *each(hinge_embedding, DISTANCES, SIMILAR)],
    "hinge_embedding_loss:pitfall_score": [
        mean(each(hinge_embedding, [-4, 2], [1, 1])), mean([max(0, 1 - z) for z in (-4, 2)]),
    ],
    "cosine_embedding_loss:example": [
        *each(cosine, ONE, TWO), *reductions(each(cosine_embedding, ONE, TWO, SIMILAR, m=0.5)),
    ],
    "cosine_embedding_loss:gradient": slopes(cosine_embedding, ONE, TWO, SIMILAR, m=0.5),
    "cosine_embedding_loss:pitfall_margin": flat(
        [y, m, cosine_embedding(X, other, y, m)] for y, m in ((1, 0), (-1, 0), (-1, -1)) for other in (X, OPPOSITE_X)),
    "cosine_embedding_loss:pitfall_target":
        [0, *each(cosine_embedding, ONE, TWO, [1, 0, 0]), -1, *each(cosine_embedding, ONE, TWO, SIMILAR)],
    "cosine_embedding_loss:pitfall_length": flat(
        [sqrt(dot(x, x)), cosine_embedding(x, TWO[0], 1), *gradient(lambda x: cosine_embedding(x, TWO[0], 1), x)]
        for x in (X, [100 * k for k in X])),
    "cosine_embedding_loss:pitfall_zero":
        [cosine_embedding([0, 0], TWO[0], 1), *gradient(lambda x: cosine_embedding(x, TWO[0], 1), [0, 0]), NAN],
    "triplet_margin_loss:example": reductions(COSTS),
    "triplet_margin_loss:gradient": slopes(triplet, A, P, N),
    "triplet_margin_loss:pitfall_collapse":
        [triplet([1, 1], [1, 1], [1, 1]), log(2), 2, log(2), mean(COSTS), mean([cost for cost in COSTS if cost > 0])],
    "triplet_margin_loss:pitfall_square": [*COSTS, *each(triplet, A, P, N, d=square)],
    "triplet_margin_loss:pitfall_swap": flat([swap, triplet([0], [2], [3], swap=swap)] for swap in (False, True)),
    "triplet_margin_loss:pitfall_margin": [0, 0],  # the message names the bound and the margin
    "triplet_margin_with_distance_loss:example": reductions(each(triplet, A, P, FURTHER, d=manhattan)),
    "triplet_margin_with_distance_loss:gradient": slopes(triplet, A, P, FURTHER, d=manhattan),
    "triplet_margin_with_distance_loss:pitfall_similarity":
        [*each(triplet, *GOOD, d=cosine, m=0.5), *each(triplet, *GOOD, d=lambda x, y: 1 - cosine(x, y), m=0.5)],
    "triplet_margin_with_distance_loss:pitfall_shape":
        [len(A), mean(each(triplet, A, P, FURTHER, d=manhattan)), len(A), len(A[0]), mean(ENTRIES)],
    "triplet_margin_with_distance_loss:pitfall_eps": [mean(each(triplet, A, P, FURTHER))] * 2,
})  # fmt: skip
ORACLE["cosine_embedding_loss:numpy"] = reductions(each(cosine_embedding, ONE, TWO, SIMILAR, m=0.5))
