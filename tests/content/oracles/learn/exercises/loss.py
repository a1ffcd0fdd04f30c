"""What the transcripts of `snippets/learn/exercises/loss/` print: the sentences of checks, with few numbers."""

ORACLE = {
    "softmax:mistakes": [1, 1, True],  # dim=1, twice, and keepdim=True
    "log_softmax:mistakes": [1, True],  # dim=1 and keepdim=True
    "nll_ignoring:mistakes": [-100, 1, 3, 0, -100, 1],  # index, dimension, size; class 0; ignored
}

NO_NUMBERS = {
    "log_softmax:try",
    "log_softmax:solution",
    "nll:try",
    "nll:solution",
    "nll:mistakes",
    "nll_ignoring:try",
    "nll_ignoring:solution",
    "softmax:try",
    "softmax:solution",
}
