"""What the transcripts of `snippets/guides/translate/` print."""

from mpmath import exp, log, mpf

from ..definitions import NAN, cross_entropy, flat, log_softmax, mean, numbers, sigmoid, smoothed, soft_loss, softmax

Z, C = [numbers("2.5 3.5 1.5"), numbers("3 1 0.5"), numbers("0.5 1 1.5"), numbers("2 0.5 1")], [1, 0, 2, 2]
LOSSES = [cross_entropy(z, c) for z, c in zip(Z, C)]
WEIGHTS = [(1, 2, 5)[c] for c in C]
TOTAL = sum(w * loss for w, loss in zip(WEIGHTS, LOSSES))
WEIGHTED, IGNORED = TOTAL / sum(WEIGHTS), mean([LOSSES[0], *LOSSES[2:]])
SMOOTHED = mean([soft_loss(z, smoothed([k == c for k in range(3)])) for z, c in zip(Z, C)])
AT_ONCE = [cross_entropy(flat(Z), 3 * n + c) for n, c in enumerate(C)]
NAMES = ["Concord", "Boulder", "Anaheim"]
BY_NAME = mean([-log(softmax(z)[sorted(NAMES).index(NAMES[c])]) for z, c in zip(Z, C)])
BINARY = mean([-log(sigmoid(2)), -log(1 - sigmoid(-1))])
FOUR = [*LOSSES, mean(LOSSES), WEIGHTED, IGNORED, SMOOTHED]

ORACLE = {
    "answer:batch": FOUR,
    "by_numpy:losses": FOUR[:5],
    "by_numpy:weights": FOUR[5:],
    "by_numpy:wraps": [*LOSSES, -1],
    "by_scipy:axis": [1, *LOSSES, *LOSSES, *AT_ONCE],
    "by_scipy:sums": [*(sum(map(exp, log_softmax(z))) for z in Z), sum(map(exp, log_softmax(flat(Z))))],
    "by_sklearn:agree": [mean(LOSSES), sum(LOSSES), WEIGHTED],
    "by_sklearn:errors": [1, max(flat(Z)), 0, min(flat(map(log_softmax, Z)))],
    "by_sklearn:warns": [mean([-log(z[c] / 10) for z, c in zip(Z, C)])],
    "by_sklearn:labels": [2, 3, mean([cross_entropy(z, c) for z, c in zip(Z, (1, 0, 1, 1))])],
    "by_sklearn:sorted": [mean(LOSSES), BY_NAME, mean(LOSSES)],
    "by_sklearn:clipped": [  # the epsilons are 2^-52 and 2^-23
        softmax([0, 200])[0], mpf(2) ** -52, cross_entropy([0, 200], 0), 52 * log(2), 23 * log(2),
    ],
    "keras_means:default": [mean([-log(z[c] / sum(z)) for z, c in zip(Z, C)]), mean(LOSSES)],
    "keras_means:weights": [TOTAL / 4, WEIGHTED],
    "keras_means:ignored": [IGNORED, NAN],
    "keras_means:outside": [0, sum(LOSSES[:3]) / 4, -100, 0, (sum(LOSSES) - LOSSES[1]) / 4],
    "optax_means:means": [LOSSES[0], 0, *LOSSES[2:], (sum(LOSSES) - LOSSES[1]) / 4, IGNORED],
    "class_axis:axis": [2, 2, 3, mean(LOSSES), mean(LOSSES)],
    "one_logit:binary": [BINARY] * 3,
    "predictions:wraps": [mpf("0.2"), 3, -1],
    "predictions:axis": [mpf(1) / 6, 1, mpf(1) / 3, 0, mpf("0.5")],
    "predictions:sorted": [-log(mpf("0.2")), -log(mpf("0.8")), mpf("0.8")],
    "predictions:shares": [mpf("0.5"), mpf("0.25"), mpf("0.25"), 4, log(2), log(4), cross_entropy([2, 1, 1], 0)],
    "predictions:divided": [7, 4, mpf("3.5"), mpf("1.75"), mpf("1.5")],
    "predictions:one-logit": [log(2), log(2) - 1, mpf("0.5"), 0],
}  # fmt: skip
NO_NUMBERS = {"by_numpy:types"}
