"""What the transcripts of `snippets/guides/debug/target/` print."""

from ...definitions import soft_loss
from ._batch import CE, LOSSES, SOFT, Z

ORACLE = {
    "target_dtype:fix": [CE],
    "out_of_bounds:error": [3],
    "out_of_bounds:fix": [2, 3, CE, LOSSES[0]],
    "multi_target:fix": [CE],
    "multi_target:one_hot": [CE, CE],
    "floating_point:fix": [CE, CE],
    "ignore_with_probabilities:fix": [soft_loss(Z[0], SOFT)] * 2,
    "must_be_tensor:error": [2],
    "must_be_tensor:fix": [CE],
    "must_be_tensor:input": [1, CE],
    "missing_target:error": [1],
    "missing_target:fix": [CE],
    "one_hot_values:error": [1, 3, 1, -100, 1, 2],
    "one_hot_values:fix": [LOSSES[0]],
}  # fmt: skip

NO_NUMBERS = {
    "target_dtype:error",
    "multi_target:error",
    "floating_point:error",
    "floating_point:argmax",
    "ignore_with_probabilities:error",
}
