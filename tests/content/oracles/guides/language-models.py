"""What the transcripts of `snippets/guides/language-models/` print."""

from mpmath import exp, log, mpf, sqrt

from ..definitions import cross_entropy, flat, mean, numbers

TABLE = [numbers("0 2 1 0"), numbers("0 0 2 1"), numbers("1 0 0 2"), numbers("2 1 0 0")]  # log2 of the weights
ROWS = [[3, 1, 2, 0], [1, 3, 0]]  # without padding
IGNORED = -100


def bits(now, then):
    """−log2 of the probability of token `then` after token `now`."""
    return cross_entropy([each * log(2) for each in TABLE[now]], then) / log(2)


def losses(ids, ahead=1):
    """The loss of each token that has one `ahead` before it, in bits."""
    return [bits(now, then) for now, then in zip(ids, ids[ahead:])]


LOSSES = [losses(row) for row in ROWS]
TOKENS, SEQUENCES = mean(flat(LOSSES)), mean([mean(row) for row in LOSSES])
PADDED = [*LOSSES[0], *LOSSES[1], 0]  # a position that is ignored has the loss 0
TWICE = mean(flat(losses(row, 2) for row in ROWS))
ANSWERS = [[5, 7, 2, 4, 0, 0], [5, 7, 7, 9, 2, 0]]
LABELS = [[IGNORED] * 3 + [4, 0, IGNORED], [IGNORED] * 4 + [2, 0]]
MASKED = [[3, 1, 2, 0], [1, 3, 0, IGNORED]]
LOG_P = [-each * log(2) for each in PADDED]
SUMS = [sum(LOG_P[:3]), sum(LOG_P[3:])]
GAINS = [SUMS[0] + 3 * log(4), SUMS[1] + 2 * log(4)]  # over a reference that finds four tokens equally likely
PUSH = mpf(1) / 2 / (sqrt(mpf(1) / 2) + mpf("1e-4")) / 4  # half a reward from their mean, of four answers


def preference(chosen, rejected):
    """−log σ(0.1 × (chosen − rejected))."""
    return log(1 + exp(-(chosen - rejected) / 10))


AHEAD = [  # one loss for each target: those of the next token, and those of the one after it
    mean([cross_entropy([3, 0, 0], 0), cross_entropy([0, 0, 2], 2), cross_entropy([0, 4, 0], 1)]),
    mean([cross_entropy([0, 0, 1], 2), cross_entropy([0, 1, 0], 1)]),
]

ORACLE = {
    "answer:loss": [TOKENS * log(2), TOKENS],
    "answer:tokens": [*PADDED, TOKENS, True],
    "answer:shift": [TOKENS, TOKENS, TWICE, True, False],
    "answer:end": [3, 1, 2, IGNORED, 1, 3, IGNORED, IGNORED, *flat(MASKED), *flat(MASKED)],
    "answer:step": [len(flat(LOSSES)), TOKENS],
    "prompt:labels": flat(LABELS),
    "prompt:mask": [*LABELS[0][1:], *[IGNORED] * 3, *ANSWERS[0][4:]],
    "packing:labels": [*[IGNORED, *ROWS[0][1:], IGNORED, *ROWS[1][1:]], *[0, 0, 0, 0, 1, 0, 0]],
    "averages:table": [
        *[mpf(1) / 5, mpf(1) / 5, TOKENS],
        *[mpf(1) / 6, mpf(1) / 4, SEQUENCES],
        *[mpf(1) / 6, mpf(1) / 6, sum(PADDED) / 6],
    ],
    "bits_per_byte:bytes": [64, mpf(12) / 6, 64**2, 4, mpf(12) / 6, 4**6, 6, 7],
    "log_probs:use": [*SUMS, SUMS[0] / 3, SUMS[1] / 2, True],
    "log_probs:rows": [True],
    "log_probs:index": [IGNORED, 2, 4],
    "log_probs:preference": [preference(*GAINS), preference(GAINS[0] / 3, GAINS[1] / 2)],
    "predictions:targets": [36, 40, 39, 32],
    "predictions:answer": [2, 3, 4, 3, 4, 5, 3, 4, 0, 1, 2, 3, 4],
    "predictions:shares": [(mpf(1) / 2) / (mpf(1) / 8), 1, mpf(2) / 8],
    "predictions:perplexity": [
        *[1, 3, 2, 1, 2, 8, 4, (mpf(2) * 8 * 4) ** (mpf(1) / 3)],
        *[1, mean([mpf(2), 8, 4]), 1, 3 / (mpf(1) / 2 + mpf(1) / 8 + mpf(1) / 4)],
        *[2 * 8 * 4, exp(mean([mpf(1), 3, 2]))],
    ],
    "predictions:gains": [
        *[1, mpf("0.6"), preference(1, mpf("0.6")), mpf("0.1"), mpf("0.3"), preference(mpf("0.1"), mpf("0.3"))],
        *[2, log(2)],
    ],
    "ahead:heads": [
        *[1, 0, 2, 1, -100, -100, AHEAD[0], 2, 2, 1, -100, -100, -100, AHEAD[1]],
        *[AHEAD[0] + mpf("0.3") * AHEAD[1], AHEAD[0]],
    ],
    "dft:detach": [
        *[log(4), log(2), log(4) / 4, log(2) / 2, *[-mpf(3) / 16, -mpf(1) / 4]],
        *[(log(4) - 1) * 3 / 16, (log(2) - 1) / 4],  # (−ln p − 1) p (1 − p)
    ],
    "ratio:ratio": [1, 1, 1, 1, 0, PUSH, -PUSH, 0, 0],
    "ratio:penalty": [log(2) - mpf(1) / 2, 0, 1 - log(2), log(2) / 4, log(2) / 4],
}  # fmt: skip
NO_NUMBERS = {"answer:view"}
