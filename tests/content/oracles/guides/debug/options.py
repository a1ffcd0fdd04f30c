"""What the transcripts of `snippets/guides/debug/options/` print."""

from ...definitions import entropy, flat, mean, numbers, smoothed, soft_loss
from ._batch import CE, LOSSES, PROBS, SOFT, Y, Z

WEIGHTED = (1 * LOSSES[0] + 3 * LOSSES[1]) / (1 + 3)
KL = mean([soft_loss(z, q) - entropy(q) for z, q in zip(Z, (SOFT, numbers("0.1 0.2 0.7")))])

ORACLE = {
    "implicit_dim:three": [1] * 6,
    "implicit_dim:fix": [*flat(PROBS), CE],
    "missing_dim:error": [1],
    "missing_dim:fix": [CE],
    "weight_length:error": [3, 2],
    "weight_length:fix": [WEIGHTED] * 2,
    "weight_dtype:fix": [WEIGHTED],
    "weight_buffer:fix": [WEIGHTED],
    "reduction_value:fix": [CE, sum(LOSSES), *LOSSES],
    "smoothing_range:error": [0, 1, 10],
    "smoothing_range:fix": [mean([soft_loss(z, smoothed([k == c for k in range(3)])) for z, c in zip(Z, Y)])],
    "smoothing_range:negative": [CE, CE],
    "kl_mean:fix": [KL / 3, KL, KL],
    "kl_integral:fix": [CE, CE],
}  # fmt: skip

NO_NUMBERS = {
    "implicit_dim:error",
    "weight_dtype:error",
    "weight_buffer:error",
    "reduction_value:error",
    "kl_mean:error",
    "kl_integral:error",
    "state_dict:error",
    "state_dict:fix",
}
