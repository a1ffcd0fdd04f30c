"""What the transcripts of `snippets/guides/debug/calls/` print."""

from ...definitions import flat
from ._batch import CE, LOSSES, PROBS

ORACLE = {
    "size_average:fix": [sum(LOSSES)],
    "unexpected_keyword:fix": [CE, CE],
    "constructor:error": [6, 2],
    "constructor:fix": [CE, CE],
    "modules:fix": [*flat(PROBS), *flat(PROBS)],
    "missing_var:error": [1],
    "missing_var:fix": [CE],
}  # fmt: skip

NO_NUMBERS = {"size_average:error", "unexpected_keyword:error", "modules:error"}
