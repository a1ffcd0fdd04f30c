"""What the transcripts of `snippets/guides/debug/precision-and-gpu/` print."""

from tests.content.oracles.guides.debug._batch import CE

ORACLE = {
    "not_implemented:fix": [CE, False],
    "device:fix": [CE],
}  # fmt: skip

NO_NUMBERS = {
    "not_implemented:error",
    "not_implemented:others",
    "device:error",
}
