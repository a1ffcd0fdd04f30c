"""What the transcripts of `snippets/guides/debug/nan-and-infinity/` print."""

from mpmath import log, mpf

from ...definitions import INF, NAN, cross_entropy, float32, log_of_softmax, softmax
from ._batch import LOSSES

ORACLE = {
    "finite:root": [5, NAN, NAN, mpf("0.6"), mpf("0.8")],
    "finite:find": [NAN, 2],
    "finite:clip": [NAN],
    "finite:adam": [True, True, False, False, False, False],
    "finite:fix": [5, NAN, NAN, 5, 0, 0, 5, 0, 0],
    "infinite:half": [INF, 20],
    "multinomial:error": [INF, NAN, 0],
    "multinomial:fix": [True, False],
    "nan:ignored": [NAN, 0, 0, 0] * 2 + [NAN] * 4,
    "nan:ignored_fix": [0, LOSSES[0]],
    "nan:by_hand": [*log_of_softmax([0, 200]), NAN, 0],
    "nan:logits": [NAN, NAN, (2 - mpf(2) ** -10) * 2**15, INF, 1, NAN],
    "own_softmax:large": [INF, INF, INF, NAN, NAN, NAN, *softmax([2, 1, 0])],
    "infinite:log": [
        *(float32(p) for p in softmax([104, 0])),
        *[-log_of_softmax([104, 0])[1], NAN, NAN],
        *[mpf("1e-9"), -log(float32(softmax([104, 0])[1]) + mpf("1e-9")), 0, 0],
        *[cross_entropy([104, 0], 1), 1, -1],
    ],
    "infinite:masked": [cross_entropy([2, 1], 0), INF, INF, NAN, cross_entropy([2, 1], 0)],
}  # fmt: skip
