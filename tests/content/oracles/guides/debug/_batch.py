"""The batch of the debugging pages, and what several of them print."""

from ...definitions import bce, cross_entropy, mean, numbers, softmax


def mean_loss(rows, targets):
    """The mean cross-entropy of rows of logits."""
    return mean([cross_entropy(z, c) for z, c in zip(rows, targets)])


def mean_two_class(logits, targets):
    """The mean two-class loss of logits, each with a target of 1 or 0."""
    return mean([bce(z, y) for z, y in zip(logits, targets)])


Z, Y = [numbers("2.5 3.5 1.5"), numbers("0.5 1 2")], [1, 2]
PROBS = [softmax(z) for z in Z]
LOSSES = [cross_entropy(z, c) for z, c in zip(Z, Y)]
CE = mean(LOSSES)
SOFT = numbers("0.2 0.7 0.1")
