"""What the transcripts of `snippets/guides/debug/shapes/` print."""

from mpmath import log

from ...definitions import bce, log_softmax, mean, numbers
from ._batch import CE, LOSSES, Z, mean_loss, mean_two_class

ORACLE = {
    "batch_size:error": [3, 2],
    "batch_size:fix": [CE],
    "batch_size:last": [4, 2, 1, mean([bce(z, 1) for z in numbers("0.5 2")])],
    "batch_size:scalar": [2, 0, LOSSES[0]],
    "target_size:error": [2, 7, 2, 5],
    "target_size:fix": [log(7), log(7)],
    "target_size:silent": [mean_loss([[3, 2], [0, 1]], [0, 0]), mean_loss([[3, 0], [2, 1]], [0, 0])],
    "size_mismatch:error": [2, 4, 4, 3, 2, 4, 4],
    "size_mismatch:fix": [log(3), log(3)],
    "spatial_targets:error": [4],
    "spatial_targets:fix": [log(3)],
    "spatial_targets:colours": [0, 2, True],
    "view_size:fix": [2, 1, 5, 6, 7, 8, 9, 10, 5, 7, 9, 6, 8, 10],
    "gather:fix": [CE, CE],
    "gather:silent": [mean_two_class([2, 2, -1, -1], [1, 0, 1, 0]), mean_two_class([2, -1], [1, 0])],
    "channels:error": [1, 4, 3, 3, 3, 2, 8, 8, 3, 3, 8],
    "channels:fix": [2, 4, 6, 6],
    "matrix_shapes:fix": [2, 3],
    "one_row:error": [1, 1, 3],
    "one_row:fix": [2, 3, 2, 3, 1, 3],
    "dim_range:error": [-1, 0, 1],
    "dim_range:fix": log_softmax(Z[0]) * 2,
    "no_dimension:error": [1, 0],
    "no_dimension:fix": [CE],
    "one_target:error": [1, 2],
    "one_target:fix": [CE, CE],
    "no_attribute:fix": log_softmax(Z[0]),
}  # fmt: skip

NO_NUMBERS = {"gather:error", "matrix_shapes:error", "no_attribute:error", "view_size:error"}
