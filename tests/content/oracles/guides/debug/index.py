"""What the transcripts of `snippets/guides/debug/index/` print."""

from mpmath import exp

from tests.content.oracles.definitions import log_softmax
from tests.content.oracles.guides.debug._batch import PROBS, Z


def described(row_sum, exp_sum):
    """What `describe` prints for two rows of three finite numbers, given the sum of one row and of its exponentials."""
    return [2, 3, 2, 1, 2, True, abs(row_sum - 1) < 0.01, abs(exp_sum - 1) < 0.01]


ORACLE = {
    "look:describe": described(sum(Z[0]), sum(map(exp, Z[0]))),
    "look:others": [
        *described(sum(PROBS[0]), sum(map(exp, PROBS[0]))),
        *described(sum(log_softmax(Z[0])), sum(map(exp, log_softmax(Z[0])))),
    ],
}  # fmt: skip
