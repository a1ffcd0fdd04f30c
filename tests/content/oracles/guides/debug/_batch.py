"""The batch of the debugging pages, and what several of them print."""

from mpmath import log, mpf

from tests.content.oracles.definitions import cross_entropy, log_softmax, mean, numbers, sigmoid, softmax


def mean_loss(rows, targets):
    """The mean cross-entropy of rows of logits."""
    return mean([cross_entropy(z, c) for z, c in zip(rows, targets)])


def soft(z, q):
    """The cross-entropy of the target probabilities q; a class with no share of the target costs nothing."""
    return -sum(share * each for share, each in zip(q, log_softmax(z)) if share)


def entropy(q):
    """What the best possible prediction of q costs: q itself."""
    return -sum(p * log(p) for p in q)


def smoothed(c):
    """The target that label smoothing of 0.1 makes of one of three class indices."""
    return [(mpf(1) - mpf("0.1")) * (k == c) + mpf("0.1") / 3 for k in range(3)]


def two_class(z, y):
    """-(y log p + (1 - y) log(1 - p)), with p = sigmoid(z); for any y."""
    return -(y * log(sigmoid(z)) + (1 - y) * log(sigmoid(-z)))


Z, Y = [numbers("2.5 3.5 1.5"), numbers("0.5 1 2")], [1, 2]
PROBS = [softmax(z) for z in Z]
LOSSES = [cross_entropy(z, c) for z, c in zip(Z, Y)]
CE = mean(LOSSES)
SOFT = numbers("0.2 0.7 0.1")
