"""What the transcripts of `snippets/learn/exercises/broken-loops/` print: the sentences of checks, with few numbers."""

ORACLE = {
    "still:mistakes": [0],  # the element that does not require grad
    "head:mistakes": [0],
}

NO_NUMBERS = {
    "floor:try",
    "floor:solution",
    "floor:mistakes",
    "head:try",
    "head:solution",
    "sequence:try",
    "sequence:solution",
    "sequence:mistakes",
    "still:try",
    "still:solution",
    "swing:try",
    "swing:solution",
    "swing:mistakes",
}
