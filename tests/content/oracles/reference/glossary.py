"""What the transcripts of `snippets/reference/glossary/` print."""

from mpmath import exp, log, mpf

from ..definitions import INF, cross_entropy, entropy, flat, log_softmax, mean, numbers, sigmoid, soft_loss, softmax


def softplus(x):
    """log(1 + e^x)."""
    return log(1 + exp(x))


Z, SECOND, Q = numbers("2.5 3.5 1.5"), numbers("0.5 1 2"), numbers("0.2 0.7 0.1")
P, LOG_P, LOSS = softmax(Z), log_softmax(Z), cross_entropy(Z, 1)
LOSSES = [LOSS, cross_entropy(SECOND, 2)]
SMOOTH = [mpf("0.9") * (k == 1) + mpf("0.1") / 3 for k in range(3)]

ORACLE = {
    "accuracy:example": [mean([mpf(z.index(max(z)) == 1) for z in (Z, SECOND)])],
    "binary_cross_entropy:example": [-log(sigmoid(1)), cross_entropy([0, 1], 1)],
    "calibration:example": [mean(numbers("0.9 0.8 0.7 0.8 0.8")), mpf(4) / 5],
    "class_index:example": [LOSS, -LOG_P[1]],
    "class_weight:example": [(2 * LOSSES[0] + 6 * LOSSES[1]) / (2 + 6)] * 2,
    "cross_entropy_of:example": [LOSS, LOSS, soft_loss(Z, Q), soft_loss(Z, Q)],
    "entropy:example": [entropy([0, 1, 0]), entropy(Q), entropy([mpf(1) / 3] * 3), log(3)],
    "gradient_of:example": [p - (k == 1) for k, p in enumerate(P)] * 2,
    "ignore_index:example": [LOSS, LOSS],
    "kl:example": [sum(q * (log(q) - each) for q, each in zip(Q, LOG_P))] * 2 + [soft_loss(Z, Q) - entropy(Q)],
    "label_smoothing:example": [*SMOOTH, *[mpf("0.9") * LOSS - mpf("0.1") * mean(LOG_P)] * 2],
    "likelihood:example": [P[1] * softmax(SECOND)[2], sum(LOSSES), sum(LOSSES)],
    "log_odds:example": [log(P[1] / P[0]), Z[1] - Z[0], log(P[1]) - log(P[0] + P[2]), log(P[1] / (1 - P[1]))],
    "log_probability:example": [*flat([p, log(p)] for p in numbers("1 0.5 0.1")), 0, -INF],
    "log_softmax:twice": [LOSS, 1, LOSS, 2],
    "log_softmax:example": LOG_P * 2 + log_softmax(LOG_P),
    "log_sum_exp:example": [log(sum(map(exp, Z)))] * 2 + [1000 + log(sum(map(exp, Z))), INF],
    "logit:example": P * 2,
    "margin:example": flat([each, cross_entropy([0, each], 1)] for each in (-5, 0, 1, 5)),
    "multi_label:example": [mean([softplus(mpf("-2.5")), softplus(mpf("-3.5")), softplus(mpf("-1.5"))])],
    "nat_and_bit:example": [LOSS, LOSS / log(2)],
    "nll:example": [LOSS, LOSS],
    "one_hot:example": [0, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 2],
    "perplexity:example": [exp(mean(LOSSES)), exp(mean(LOSSES)), 10],
    "reduction:example": [*LOSSES, sum(LOSSES), mean(LOSSES)],
    "sigmoid_of:example": [sigmoid(1), *softmax([0, 1])],
    "soft_target:example": [soft_loss(Z, Q), sum(q * cross_entropy(Z, k) for k, q in enumerate(Q))],
    "softmax_of:example": [*P, True],
    "softplus:example": [softplus(x) for x in (-1, 0, 20)] * 2,
    "temperature:example": flat([t, *softmax([z / t for z in Z])] for t in numbers("0.5 1 2")),
}
