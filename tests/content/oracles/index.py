"""What the transcript of the home page prints."""

from mpmath import exp

from .definitions import cross_entropy, flat, gradient, log_softmax, numbers, softmax

Z = numbers("2.5 3.5 1.5")
P, LOG_P, LOSS = softmax(Z), log_softmax(Z), cross_entropy(Z)
STEPS = zip(Z, map(exp, Z), P, LOG_P, gradient(cross_entropy, Z))

ORACLE = {
    "every_step:table": [
        *flat([k, z, e, p, lp, int(k == 1), g] for k, (z, e, p, lp, g) in enumerate(STEPS)),
        sum(map(exp, Z)), 1, 1, 0,
    ],
    "three_steps:steps": [*LOG_P, *P, 1, LOSS, LOSS],
}  # fmt: skip
