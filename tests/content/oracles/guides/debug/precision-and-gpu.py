"""What the transcripts of `snippets/guides/debug/precision-and-gpu/` print."""

from ...definitions import flat, mean
from ._batch import CE, Y, Z

ORACLE = {
    "not_implemented:fix": [CE, False],
    "not_implemented:half": [
        mean([sum(max(0, 2 - z[c] + z[k]) for k in range(3) if k != c) / 3 for z, c in zip(Z, Y)]),
    ],
    "many:tokens": [2**31, *flat([size, -(-(2**31) // size)] for size in (32_000, 50_257, 128_256))],
    "device:fix": [CE],
}  # fmt: skip

NO_NUMBERS = {"not_implemented:error", "not_implemented:others", "device:error", "two_dtypes:error", "two_dtypes:fix"}
