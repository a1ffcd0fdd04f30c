"""What the transcripts of `snippets/learn/exercises/gradient/` print: the sentences of checks, with few numbers."""

ORACLE = {
    "softmax_backward:mistakes": [1],  # dim=1
}

NO_NUMBERS = {
    "cross_entropy_gradient:try",
    "cross_entropy_gradient:solution",
    "cross_entropy_gradient:mistakes",
    "numerical_gradient:try",
    "numerical_gradient:solution",
    "numerical_gradient:mistakes",
    "softmax_backward:try",
    "softmax_backward:solution",
    "weighted_mean:try",
    "weighted_mean:solution",
    "weighted_mean:mistakes",
}
