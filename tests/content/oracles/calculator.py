"""What the transcripts of `snippets/calculator/` print."""

from .definitions import cross_entropy, flat, mean, numbers

Z = numbers("2.5 3.5 1.5")
BATCH, TARGET = [Z, numbers("0.5 -1 2"), numbers("1 0 0")], [1, 2, 1]
LOSSES = [cross_entropy(z, c) for z, c in zip(BATCH, TARGET)]

ORACLE = {
    "batch:logits": flat(BATCH),
    "batch:target": TARGET,
    "batch:losses": [*LOSSES, mean(LOSSES)],
}  # fmt: skip
