"""What the transcripts of `snippets/guides/debug/two-classes/` print."""

from mpmath import log, mpf

from ...definitions import bce, mean
from ._batch import CE

BCE = mean([bce(mpf("1.5"), 1), bce(mpf("-0.5"), 0)])

ORACLE = {
    "input_range:error": [0, 1],
    "input_range:fix": [BCE, BCE, 0, 1],
    "target_range:error": [0, 1],
    "target_range:fix": [BCE],
    "target_range:compiled": [mean([bce(mpf("1.5"), 1), bce(mpf("-0.5"), -1)])],
    "bce_size:error": [2, 2, 1],
    "bce_size:fix": [BCE, BCE],
    "bce_logits_size:error": [2, 2, 1],
    "bce_logits_size:fix": [BCE],
    "bce_logits_size:classes": [2, 2, 3, CE],
    "found_dtype:fix": [BCE],
    "result_type:fix": [BCE],
    "pos_weight:error": [2, 3, 1],
    "pos_weight:fix": [(4 + 2 + 4) * log(2) / 6, (4 + 2 + 2) * log(2) / 6],
    "pos_weight:rows": [3, 2, 1, 2, 1, 2, 2, (3 * 1 + 3 * 3) * log(2) / 6],
}  # fmt: skip

NO_NUMBERS = {"found_dtype:error", "result_type:error"}
