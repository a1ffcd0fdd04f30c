"""What the transcripts of `snippets/guides/debug/autograd/` print."""

from ...definitions import flat
from ._batch import CE, LOSSES, PROBS, Y

HALF_GRADIENTS = [[(p - (k == c)) / 2 for k, p in enumerate(row)] for row, c in zip(PROBS, Y)]

ORACLE = {
    "scalar_outputs:fix": flat(HALF_GRADIENTS),
    "no_grad_fn:error": [0],
    "no_grad_fn:fix": [True, False, False, True, True],
    "second_time:fix": [CE],
    "inplace:fix": [CE],
    "not_a_leaf:fix": flat(HALF_GRADIENTS),
    "cannot_be_converted:error": [2],
    "cannot_be_converted:fix": [CE, *LOSSES],
    "to_a_scalar:error": [True],
    "to_a_scalar:fix": [CE, True],
    "numpy_grad:fix": [*flat(PROBS), CE],
}  # fmt: skip

NO_NUMBERS = {
    "scalar_outputs:error",
    "second_time:error",
    "inplace:error",
    "not_a_leaf:error",
    "numpy_grad:error",
    "not_a_leaf:optimizer",
}
