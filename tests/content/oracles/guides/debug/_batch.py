"""The batch of the debugging pages, and what several of them print."""

from mpmath import mpf

from tests.content.oracles.definitions import cross_entropy, mean, numbers, softmax


def mean_loss(rows, targets):
    """The mean cross-entropy of rows of logits."""
    return mean([cross_entropy(z, c) for z, c in zip(rows, targets)])


def smoothed(c):
    """The target that label smoothing of 0.1 makes of one of three class indices."""
    return [(mpf(1) - mpf("0.1")) * (k == c) + mpf("0.1") / 3 for k in range(3)]


Z, Y = [numbers("2.5 3.5 1.5"), numbers("0.5 1 2")], [1, 2]
PROBS = [softmax(z) for z in Z]
LOSSES = [cross_entropy(z, c) for z, c in zip(Z, Y)]
CE = mean(LOSSES)
SOFT = numbers("0.2 0.7 0.1")
