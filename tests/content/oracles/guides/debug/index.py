"""What the transcripts of `snippets/guides/debug/index/` print."""

from mpmath import exp, log

from ...definitions import log_softmax
from ._batch import PROBS, Z


def described(row_sum, exp_sum, ignored=0, last=2):
    """What `describe` prints for two rows of three finite numbers, from the sum of one and that of its exponentials."""
    return [2, 3, 2, ignored, 1, last, True, abs(row_sum - 1) < 0.01, abs(exp_sum - 1) < 0.01]


ORACLE = {
    # Equal logits, then a lead without limit; a softmax leaves no larger lead than that of 1, 0, 0.
    "one_batch:train": [log(3), 0, log(3), log(exp(1) + 2) - 1, 3, log(3)],
    "look:describe": described(sum(Z[0]), sum(map(exp, Z[0]))),
    "look:others": [
        *described(sum(PROBS[0]), sum(map(exp, PROBS[0])), ignored=1, last=1),
        *described(sum(log_softmax(Z[0])), sum(map(exp, log_softmax(Z[0])))),
    ],
}  # fmt: skip
