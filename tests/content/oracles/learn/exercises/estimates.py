"""What the transcripts of `snippets/learn/exercises/estimates/` print: the sentences of checks, with few numbers."""

from ...definitions import NAN

ORACLE = {
    "best_lead:mistakes": [1],  # C - 1
    "loss_floor:mistakes": [NAN, 0, 0, 0],  # nan: 0 times log 0 counts as 0
}

NO_NUMBERS = {
    "best_lead:try",
    "best_lead:solution",
    "info_nce:try",
    "info_nce:solution",
    "info_nce:mistakes",
    "loss_floor:try",
    "loss_floor:solution",
    "perplexity:try",
    "perplexity:solution",
    "perplexity:mistakes",
}
