"""What the transcripts of `snippets/understand/likelihood/` print."""

from math import prod

from mpmath import exp, log, mpf

from ..definitions import INF, NAN, cross_entropy, entropy, flat, float32, gradient, mean, numbers, softmax

Z, Q = numbers("2.5 3.5 1.5"), numbers("0.2 0.7 0.1")
P = softmax(Z)
RIGHT = numbers("0.5 0.8 0.1 0.5")
PRODUCT = RIGHT[0] * RIGHT[1] * RIGHT[2] * RIGHT[3]
MEAN_NLL = mean([-log(p) for p in RIGHT])
OTHER, WRONG = numbers("0.5 0.25 0.25"), numbers("0.6 0.3 0.1")


def against(q, p):
    """H(q, p)."""
    return -sum(q_k * log(p_k) for q_k, p_k in zip(q, p) if q_k) if all(p_k for q_k, p_k in zip(q, p) if q_k) else INF


def kl(q, p):
    """KL(q || p)."""
    return sum(q_k * log(q_k / p_k) for q_k, p_k in zip(q, p))


def likelihood(p):
    """Of three labels 1 and one label 0, if class 1 has the probability p."""
    return p**3 * (1 - p)


def positions(divisor):
    """The gradient p - q of one position, five equal logits against 0.8 and four times 0.05, divided."""
    return [(mpf("0.2") - q) / divisor for q in numbers("0.8 0.05 0.05 0.05 0.05")]


CONSTANT = numbers("0.5 0.6 0.7 0.75 0.8 0.9")
TEACHER, STUDENT = numbers("1 2 0"), numbers("0.25 0.5 0.25")
GRADIENT = [p - q for p, q in zip(P, Q)]

FIRST, SECOND = [log(2)] * 3, [log(16)]  # the NLL of each token
TOTAL = sum(FIRST + SECOND)
LOSSES = [mean(FIRST), mean(SECOND)]
PERPLEXITY = exp(TOTAL / 4)

PLAIN = [0, 16, 0, 0, 0, 0, 48, 0]
BUSY = [8] * 8
SHARES = {"plain": [mpf(n) / 64 for n in PLAIN], "busy": [mpf(n) / 64 for n in BUSY]}
BITS = {name: entropy(q) / log(2) for name, q in SHARES.items()}

ORACLE = {
    "predictions:two_models": flat(
        [prod(p), -log(prod(p)) / 4, mean(p)] for p in (numbers("0.5 0.5 0.5 0.5"), numbers("0.9 0.9 0.9 0.04"))
    ),
    "predictions:baseline": [
        entropy(numbers("0.9 0.1")), -log(mpf("0.9")), 1, 2, log(2), 2, entropy(numbers("0.9 0.1")) / log(2),
    ],
    "predictions:never_drawn": [log(2), 2, log(2), 3, log(3), log(2) / 2, NAN],
    "predictions:fair": [
        *(0.5, 0.5, 0, 0, log(2), 0, 1, 0, 100, 0, 0, 0),
        *(1, 0, 0, 0, log(2), log(2)),
    ],
    "predictions:rows_and_classes": [10, 40, 4, 40],
    "predictions:three_bits": [3, 2, 8, exp(3), 2, 6],
    "in_short:labels": [PRODUCT, MEAN_NLL, -4, exp(-4 * MEAN_NLL)],
    "in_short:distribution": [against(Q, WRONG), entropy(Q), kl(Q, WRONG)],
    "maximum:steps": [*RIGHT, PRODUCT, log(PRODUCT), sum(log(p) for p in RIGHT), MEAN_NLL],
    "maximum:torch": [MEAN_NLL] * 2,
    "constant:table": [1, *flat([p, likelihood(p), -log(likelihood(p)) / 4] for p in CONSTANT)],
    "many_rows:underflow": [float32(mpf(2) ** -1000), log(2)],
    "bits:table": flat([p, -log(p), -log(p) / log(2)] for p in numbers("1 0.5 0.25 0.125 0.1")),
    "bits:convert": [cross_entropy(Z), cross_entropy(Z) / log(2)],
    "entropy:three": [0, entropy(Q), log(3)],
    "entropy:zero": [NAN, 0],
    "entropy:masked": [
        *[-INF, entropy(softmax([1, 0])), *3 * [NAN], -(10**9), entropy(softmax([1, 0])), *3 * [NAN], -(10**9)],
        *[*gradient(lambda z: entropy(softmax(z)), [1, 0]), 0],
    ],
    "kl_div:order": [kl(Q, OTHER)] * 2 + [kl(OTHER, Q)] * 2,
    "kl_div:not_log": [-entropy(Q) - sum(q * p for q, p in zip(Q, OTHER))],
    "kl_div:mean": [2 * kl(Q, OTHER), kl(Q, OTHER), 2 * kl(Q, OTHER) / 6],
    "same_gradient:fixed": [
        entropy(Q) > 0,
        *gradient(lambda z: against(Q, softmax(z)), Z),
        *gradient(lambda z: kl(Q, softmax(z)), Z),
        *GRADIENT,
    ],
    "same_gradient:positions": [
        *positions(14),
        *positions(2),
        7,
        *positions(14),
    ],
    "same_gradient:learned": [
        *gradient(lambda t: against(softmax(t), STUDENT), TEACHER),
        *gradient(lambda t: kl(softmax(t), STUDENT), TEACHER),
    ],
    "perplexity:meaning": [exp(MEAN_NLL), 2, 2 ** (MEAN_NLL / log(2)), 1, PRODUCT ** (-mpf(1) / 4)],
    "perplexity:uniform": [log(50), 50],
    "batches:right": [TOTAL, 4, PERPLEXITY],
    "batches:whole": [PERPLEXITY],
    "batches:wrong": [*map(exp, LOSSES), mean([exp(each) for each in LOSSES]), exp(mean(LOSSES)), exp(TOTAL / 6)],
    "images:entropy": [*PLAIN, BITS["plain"], *BUSY, BITS["busy"], *BUSY, BITS["busy"]],
    "images:coded": [
        against(SHARES[seen], p) / log(2)
        for p in (SHARES["plain"], [mpf(1) / 8] * 8)
        for seen in ("plain", "busy")
    ],
}  # fmt: skip
