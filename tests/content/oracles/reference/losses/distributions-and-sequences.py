"""What the transcripts of `snippets/reference/losses/distributions-and-sequences/` print."""

from itertools import groupby, product

from mpmath import diff, exp, factorial, findroot, log, log1p, mp, mpf, sqrt

from ...definitions import INF, NAN, by_numpy, flat, float32, gradient, log_softmax, mean, numbers, softmax


def kl(log_p, y):
    """The term y (log y − log p) of each outcome, y log y being 0 where y is."""
    return [(each * log(each) if each else 0) - each * x for x, each in zip(log_p, y)]


def poisson(x, y):
    """e^x − y x, the exponential in float32."""
    return float32(exp(x)) - y * x


def poisson_rate(rate, y):
    """The loss rate − y log(rate + 10^-8); a number below 0 has no logarithm."""
    return rate - y * log(rate + mpf("1e-8")) if rate >= 0 else NAN


def stirling(y):
    """Stirling's y log y − y + log(2 π y) / 2, about log y!, for a count above 1."""
    return y * log(y) - y + log(2 * mp.pi * y) / 2 if y > 1 else 0


EPS = mpf("1e-6")


def gaussian(e, v, eps=EPS):
    """(log v + e² / v) / 2, v at least eps."""
    v = max(v, eps)
    return (log(v) + e**2 / v) / 2


def normal(x, std):
    """Minus the log of the density at x of the normal distribution around 0."""
    return -log(exp(-((x / std) ** 2) / 2) / (std * sqrt(2 * mp.pi)))


def paths(p, labels, blank=0):
    """Each path whose runs, merged and without blanks, are the labels: it, its factors, their product."""
    for path in product(range(len(p[0])), repeat=len(p)):
        if [k for k, _ in groupby(path) if k != blank] == labels:
            factors = [row[k] for row, k in zip(p, path)]
            yield path, factors, mp.fprod(factors)


def ctc(p, labels, blank=0):
    """−log of the sum of the paths' products; infinite without a path."""
    total = sum(each for _, _, each in paths(p, labels, blank))
    return -log(total) if total else INF


def shares(p, labels):
    """The part of the paths' sum that passes through each class at each step: 0 / 0 without a path."""
    found = [(path, each) for path, _, each in paths(p, labels)]
    total = sum(each for _, each in found)
    through = [[sum(each for path, each in found if path[t] == k) for k in range(len(p[0]))] for t in range(len(p))]
    return [[each / total if total else NAN for each in row] for row in through]


def states(p, labels):
    """The recursion over blank, label, blank, label, …, blank: at each step t, the state, the terms, p and alpha.

    A state is reached from itself, the one before and, if its class is another, the one before that.
    """
    line = [0, *flat([label, 0] for label in labels)]
    alpha = {(0, s): p[0][k] * (s < 2) for s, k in enumerate(line)}
    for (t, row), (s, k) in product(list(enumerate(p))[1:], enumerate(line)):
        skip = s > 1 and k != line[s - 2]
        before = [alpha[t - 1, s - back] for back in range(2 + skip) if s >= back]
        alpha[t, s] = sum(before) * row[k]
        yield t, s, before, row[k], alpha[t, s]


def constant(blank):
    """The loss of three labels if each of 20 steps gives the blank this probability, and the labels the rest."""
    step = [blank, *3 * [(1 - blank) / 3]]
    return -log(sum(alpha for *_, alpha in list(states(20 * [step], [1, 2, 3]))[-2:]))


BLANK = findroot(lambda blank: diff(constant, blank), mpf("0.8"))  # where that loss is least


# kl_div
P = [numbers("0.5 0.25 0.25"), numbers("0.1 0.1 0.8")]
Y = [numbers("0.25 0.75 0"), numbers("0.2 0.2 0.6")]
LOG_P = [[log(p) for p in row] for row in P]
Q = [exp(each) for each in LOG_P[1]]  # the second row as a target of logarithms
TERMS = flat(kl(x, y) for x, y in zip(LOG_P, Y))
ONE, OTHER = numbers("0.5 0.5"), numbers("0.9 0.1")

# poisson_nll_loss
LOG_RATES, COUNTS = numbers("0 0 1"), numbers("0 1 5")
POISSON = [poisson(x, y) for x, y in zip(LOG_RATES, COUNTS)]
FULL = [loss + stirling(y) for loss, y in zip(POISSON, COUNTS)]
RATES = [poisson_rate(x, y) for x, y in zip(LOG_RATES, COUNTS)]
MANY, FEW = numbers("1 2 3 20"), numbers("1 2 3 10")
FLOOR = [y - y * log(y) for y in MANY]

# gaussian_nll_loss
MEANS, FOUND, VARIANCES = numbers("0 1 2"), numbers("0.5 1 4"), numbers("1 0.25 4")
HALF_LOG_2PI = log(2 * mp.pi) / 2
RAW = numbers("-1 0.5 2")


def gaussians(variances, means=MEANS):
    """The losses of the means and of these variances."""
    return [gaussian(x - y, v) for x, y, v in zip(means, FOUND, variances)]


# ctc_loss: rows of the classes blank, a and b
STEPS = [numbers("0.5 0.4 0.1"), numbers("0.2 0.5 0.3"), numbers("0.3 0.1 0.6")]
AB, BA, AA, A = [1, 2], [2, 1], [1, 1], [1]
PATHS = list(paths(STEPS, AB))
TOTAL = sum(each for _, _, each in PATHS)
BOTH = [ctc(STEPS, AB), ctc(STEPS, A)]
STATES = list(states(STEPS, AB))
LAST = [alpha for *_, alpha in STATES[-2:]]  # of the last label and the last blank
AUTOGRAD = [[p - share for p, share in zip(*rows)] for rows in zip(STEPS, shares(STEPS, AB))]
SURE = [numbers("0 1 0"), numbers("0 0.5 0.5"), numbers("0 0 1")]
LOGITS = [numbers("5 1 0"), numbers("0 4 3"), numbers("1 0 6")]
BATCH, LABELS = [STEPS, STEPS[::-1], [row[::-1] for row in STEPS]], [[1], [1], [2]]
# a blank as a label, which no path spells: the states take it for one more class
BLANK_LABEL = -log(sum(alpha for *_, alpha in list(states(STEPS, [1, 0]))[-2:])) / 2

ORACLE = by_numpy({
    "kl_div:example":
        [*TERMS, sum(TERMS) / 2, sum(TERMS), sum(kl(LOG_P[0], Q))],
    "kl_div:gradient":
        [*2 * [each / 2 for each in gradient(lambda x: sum(kl(x, flat(Y))), flat(LOG_P))],
         *2 * flat(
             [each / 2 for each in gradient(lambda z, y=y: sum(kl(log_softmax(z), y)), row)]
             for row, y in zip(LOG_P, Y)
         )],
    "kl_div:pitfall_mean": [mean(TERMS), 6, sum(TERMS) / 6, sum(TERMS) / 2],
    "kl_div:pitfall_positions": [sum(TERMS), sum(TERMS) / 2],
    "kl_div:pitfall_log": flat([sum(kl(map(log, y), y)), sum(kl(y, y))] for y in P),
    "kl_div:pitfall_zero":  # log 0 = -inf, and 0 times that is nan; e^-200 is 0 in float32
        [0, *kl([0, -INF], [1, mpf(0)]), *kl([0, -INF], 2 * [mpf(1) / 2]), *kl(log_softmax([200, 0]), [1, mpf(0)]),
         *kl([log(p) if p else -INF for p in map(float32, softmax([200, 0]))], [1, mpf(0)]), 0, NAN],
    "kl_div:pitfall_log_target": [log(2), 0, log(2), NAN],  # 0 times log 0 = -inf is nan
    "kl_div:pitfall_sum": [mpf("0.4"), 2 * mpf("0.2") * log(mpf("0.4")), 1, 0],
    "kl_div:pitfall_order":
        [sum(kl(map(log, OTHER), ONE)), sum(kl(map(log, ONE), OTHER)), sum(y * log(y / p) for y, p in zip(ONE, OTHER))],
    "poisson_nll_loss:example": [*POISSON, *FULL, *RATES, mean(POISSON)],
    "poisson_nll_loss:gradient":
        2 * [(exp(x) - y) / 3 for x, y in zip(LOG_RATES, COUNTS)]
        + 2 * gradient(lambda rates: mean([poisson_rate(r, y) for r, y in zip(rates, COUNTS)]), numbers("1 2 4")),
    "poisson_nll_loss:floor":
        flat([poisson(log(y) + shift, y) for y in MANY] for shift in numbers("-0.1 0 0.1")) + FLOOR,
    "poisson_nll_loss:pitfall_log_input":
        [poisson(mpf(100), 100), poisson_rate(mpf(100), 100), poisson(log(100), 100)],
    "poisson_nll_loss:pitfall_negative": [poisson_rate(rate, 1) for rate in numbers("2 0 -1")],
    "poisson_nll_loss:pitfall_full":
        [*(poisson(0, y) + stirling(y) for y in FEW), *(-log(exp(-1) * mpf(1) ** y / factorial(y)) for y in FEW)],
    "gaussian_nll_loss:example":
        [*gaussians(VARIANCES), mean(gaussians(VARIANCES)) + HALF_LOG_2PI, mean(gaussians([4, 4, 4]))],
    "gaussian_nll_loss:gradient":
        2 * gradient(lambda x: mean(gaussians(VARIANCES, x)), MEANS)
        + 2 * gradient(lambda v: mean(gaussians(v)), VARIANCES),
    "gaussian_nll_loss:floor":
        [*(gaussian(0, v) for v in numbers("1 1e-3 1e-6 0")), 0.5, log(mpf("1e-6")) / 2],
    "gaussian_nll_loss:pitfall_std":
        [gaussian(3, 3) + HALF_LOG_2PI, gaussian(3, 3**2) + HALF_LOG_2PI, normal(mpf(3), 3)],
    "gaussian_nll_loss:pitfall_negative":
        [mean(gaussians([log1p(exp(each)) for each in RAW])), mean(gaussians([exp(each) for each in RAW]))],
    "gaussian_nll_loss:pitfall_rows":  # (2,) is a variance a row, (1, 2) one a column
        [*(gaussian(0, v) for v in (1, 1, 100, 100)), *(gaussian(0, v) for v in (1, 100, 1, 100))],
    "gaussian_nll_loss:pitfall_scalar": [gaussian(0, 4)],
    "gaussian_nll_loss:pitfall_broadcast":
        [3, 3, 3, 1, mean([gaussian(x - y, v) for y in FOUND for x, v in zip(MEANS, VARIANCES)]),
         3, mean(gaussians(VARIANCES))],
    "gaussian_nll_loss:pitfall_eps":  # the gradient is that at eps, as if it had not been put in place of v
        [*flat([v, gaussian(0, v, mpf("0.1")), *gradient(lambda v: gaussian(0, *v), numbers("0.1"))]
               for v in numbers("0 0.05 0.1")), 0.5, 5],
    "ctc_loss:example":
        [BOTH[0], *BOTH, sum(BOTH), (BOTH[0] / 2 + BOTH[1] / 1) / 2],
    "ctc_loss:paths": [*flat([*factors, each] for _, factors, each in PATHS), TOTAL, -log(TOTAL)],
    "ctc_loss:recursion":
        [*flat([t, *before, p, alpha] for t, _, before, p, alpha in STATES),
         0.5, 0.4, 0, 0, 0, *(alpha for *_, alpha in STATES), *LAST, TOTAL],
    "ctc_loss:gradient": 2 * flat(AUTOGRAD),
    "ctc_loss:floor": [ctc(SURE, AB), ctc(SURE, BA)],
    "ctc_loss:pitfall_mean":
        [*2 * [(BOTH[0] / 2 + BOTH[1] / 1) / 2], mean(BOTH), (BOTH[0] / 2 + ctc(STEPS, []) / 1) / 2, 0, 1,
         (BOTH[0] / 2 + ctc(STEPS, []) / 1) / 2],
    "ctc_loss:pitfall_short":
        [*2 * [3, ctc(STEPS, AA), *(p - share for p, share in zip(STEPS[0], shares(STEPS, AA)[0]))],
         2, ctc(STEPS[:2], AA), *shares(STEPS[:2], AA)[0],
         2, 0, 0, 0, 0,  # with zero_infinity, 0 in place of inf and nan
         -log(mpf("0.4") * mpf("0.2") * mpf("0.1"))],
    "ctc_loss:pitfall_logits": [
        ctc([[exp(z) for z in row] for row in LOGITS], AB), ctc([softmax(row) for row in LOGITS], AB),
    ],
    "ctc_loss:pitfall_order":
        [mean([ctc([BATCH[t][n] for t in range(3)], LABELS[n]) for n in range(3)]),
         mean([ctc(BATCH[n], LABELS[n]) for n in range(3)]), 2, 3, 3],
    "ctc_loss:pitfall_range": [1, 3, 0, 3 - 1, 1, -1, 0, 3 - 1],
    "ctc_loss:pitfall_strided": [True, False, True],  # the first row begins at 0 in memory, as it should
    "ctc_loss:pitfall_blank":
        [BLANK_LABEL, ctc(STEPS, AB) / 2, 2, ctc([[a, b, blank] for blank, a, b in STEPS], [0, 1], blank=2) / 2,
         -log(sum(alpha for *_, alpha in list(states([numbers("0.9 0.05 0.05")] * 3, [0]))[-2:]))],
    "ctc_loss:pitfall_gradient":
        [*AUTOGRAD[0],
         *gradient(lambda x: ctc([[exp(each) for each in x], *STEPS[1:]], AB), [log(p) for p in STEPS[0]]),
         *(-share for share in shares(STEPS, AB)[0])],
    "ctc_loss:pitfall_lengths": [4, 0, 3, 2],
    "ctc_loss:blanks":
        [0, constant(mpf("0.25")), 0, 500, constant(BLANK), 0, 1000, constant(BLANK), 0, BLANK, *3 * [(1 - BLANK) / 3]],
})  # fmt: skip
