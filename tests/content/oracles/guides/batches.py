"""What the transcripts of `snippets/guides/batches/` print."""

from mpmath import mpf

from ..definitions import NAN, cross_entropy, mean, numbers, softmax

Z, C = [numbers("-2 4 4"), numbers("4 -2 0"), numbers("4 2 1"), numbers("4 -1 0")], [0, 0, 2, 1]
LOSSES = [cross_entropy(z, c) for z, c in zip(Z, C)]
ALL, M = mean(LOSSES), [LOSSES[0], mean(LOSSES[1:])]
OF_MEANS = mean(M)


def bias_gradient(shares):
    """Σ over the tokens of share × (p − y): the gradient of the weighted loss to a bias that all rows share."""
    ys = [[int(k == c) for k in range(3)] for c in C]
    return [sum(s * (softmax(z)[k] - y[k]) for s, z, y in zip(shares, Z, ys)) for k in range(3)]


TRUE, UNEQUAL = bias_gradient([mpf(1) / 4] * 4), bias_gradient([mpf(1) / 2, *[mpf(1) / 6] * 3])
AFTER = [mean([cross_entropy([a - g for a, g in zip(z, step)], c) for z, c in zip(Z, C)]) for step in (TRUE, UNEQUAL)]
WEIGHTS = [(1, 2, 5)[c] for c in C]
WEIGHTED = [w * loss for w, loss in zip(WEIGHTS, LOSSES)]
SOME = [0, 2, 3]  # the second target is ignored
SUMS = [
    *[(sum(LOSSES), 4), (sum(LOSSES[n] for n in SOME), 3)],
    *[(sum(WEIGHTED), sum(WEIGHTS)), (sum(WEIGHTED[n] for n in SOME), sum(WEIGHTS[n] for n in SOME))],
    *[(sum(LOSSES), 4), (sum(WEIGHTED), 4)],
]
EPOCH = [cross_entropy(z, c) for z, c in zip(map(numbers, ("2 0", "0 1", "1 0", "0 2", "3 0")), (0, 1, 0, 1, 1))]
HALVES = [sum(WEIGHTED[:2]) / sum(WEIGHTS[:2]), sum(WEIGHTED[2:]) / sum(WEIGHTS[2:])]
SHIFTED = [cross_entropy(Z[0], 0), cross_entropy(Z[1], 0), cross_entropy(Z[2], 2)]  # the positions with a next token

ORACLE = {
    "answer:loss": [ALL, OF_MEANS, ALL],
    "error:error": [*M, OF_MEANS - ALL, -mean([-(M[0] - OF_MEANS), M[1] - OF_MEANS]) / 2],
    "error:two": [(M[0] - M[1]) * (3 - 1) / (2 * 4)],
    "gradients:gradients": [*TRUE, *UNEQUAL],
    "gradients:step": [ALL, *AFTER],
    "divisors:table": [each for total, n in SUMS for each in (total, total / n, n)],
    "divisors:elements": [6, 6, 6],
    "ignored:shifted": [5, sum(SHIFTED) / 5, 3, mean(SHIFTED), mean(SHIFTED)],
    "contrastive:halves": [cross_entropy([2, 0, -2, 0], 0), cross_entropy([2, 0], 0)],
    "last_batch:epoch": [mean([mean(EPOCH[:2]), mean(EPOCH[2:4]), EPOCH[4]]), mean(EPOCH), mean(EPOCH)],
    "ignored:padded": [OF_MEANS, ALL],
    "ignored:empty": [NAN, 0, 0],
    "weights:weights": [sum(WEIGHTS[:2]), sum(WEIGHTS[2:]), mean(HALVES), *[sum(WEIGHTED) / sum(WEIGHTS)] * 2],
    "accumulation:setup": TRUE,
    "accumulation:wrong": UNEQUAL,
    "accumulation:count_first": TRUE,
    "accumulation:divide_last": TRUE,
    "accumulation:logged": [mean(LOSSES), mean(LOSSES), mean(LOSSES[1:]) / 2, LOSSES[0] + mean(LOSSES[1:])],
    "processes:averaged": UNEQUAL,
    "processes:scaled": [*TRUE, *TRUE],
    "predictions:means": [3, 4, 5, 12],
    "predictions:sign": [mpf("1.5"), mpf("1.75"), mpf("-0.25"), mpf("0.25"), mpf("-0.5"), 0],
    "predictions:elements": [12, 4, 3],
    "predictions:padded": [2, mpf("3.5"), mpf("1.25"), 8, 10, 5],
    "predictions:weighted": [mpf("1.9"), 10, mpf("1.5"), mpf("9.5")],
    "predictions:scaled": [mpf("0.025"), 1, 200, mpf("0.025"), 1, 400, mpf("0.0125"), 1, 100, 1, 300, mpf("0.02")],
}  # fmt: skip
