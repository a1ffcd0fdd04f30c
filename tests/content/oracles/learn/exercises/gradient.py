"""What the transcripts of `snippets/learn/exercises/gradient/` print: the sentences of checks, with few numbers."""

ORACLE = {
    "numerical_gradient:mistakes": [2],  # 2 * h
    "softmax_backward:mistakes": [1],  # dim=1
}

NO_NUMBERS = {
    "cross_entropy_gradient:try",
    "cross_entropy_gradient:solution",
    "cross_entropy_gradient:mistakes",
    "numerical_gradient:try",
    "numerical_gradient:solution",
    "softmax_backward:try",
    "softmax_backward:solution",
    "weighted_mean:try",
    "weighted_mean:solution",
    "weighted_mean:mistakes",
}
