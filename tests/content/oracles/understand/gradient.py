"""What the transcripts of `snippets/understand/gradient/` print."""

from mpmath import log, mpf

from ..definitions import cross_entropy, flat, gradient, mean, numbers, sigmoid, soft_loss, softmax, squared_errors

Z = numbers("2.5 3.5 1.5")
P = softmax(Z)
J = [[p * ((i == k) - q) for k, q in enumerate(P)] for i, p in enumerate(P)]
ROWS = [Z, numbers("3 1 0.5"), numbers("0.5 1 1.5"), numbers("2 0.5 1")]
SOFT = numbers("0.1 0.6 0.3")
V = numbers("1 -2 3")


def of_row(z, c):
    """The gradient of the cross-entropy of one row, from its definition."""
    return gradient(lambda z: cross_entropy(z, c), z)


def squared(z):
    """The sum of the squared errors, the second class right."""
    return sum(squared_errors(softmax(z)))


def scaled(rows, factors):
    return flat([factor * each for each in row] for row, factor in zip(rows, factors))


def along(lead):
    return [gradient(loss, [lead, mpf(0)])[0] for loss in (cross_entropy, squared)]


def steps(lead, which):
    """Steps of gradient descent by the closed forms p and 4 (1 - p) p² of the gradients, p that of the wrong class."""
    count, lead = 0, mpf(lead)
    while lead > 0:
        p = sigmoid(lead)
        lead, count = lead - 2 * (p, 4 * (1 - p) * p**2)[which], count + 1
    return count


EACH = [of_row(z, c) for z, c in zip(ROWS, [1, 0, 2, 2])]
HALVES = [*(scaled([EACH[0]], [mpf(1) / 2])), *scaled(EACH[1:3], [mpf(1) / 4] * 2)]
SUMMED = [of_row(z, c) for z, c in zip(ROWS[:3], [1, 0, 0])]
X, W = [numbers("1 2"), numbers("0.5 -1"), numbers("-2 0")], [numbers("1 0.5"), numbers("0 1"), numbers("-1 2")]


def batch(w):
    """The mean loss of two rows of features under a layer with these weights, row by row."""
    rows = [[w[k] + 2 * w[3 + k] for k in range(3)], [-w[3 + k] for k in range(3)]]
    return mean([cross_entropy(z, c) for z, c in zip(rows, (0, 2))])


def layer(w):
    """The mean loss of a linear layer with these weights, row by row."""
    logits = [[sum(a * b for a, b in zip(x, w[2 * k : 2 * k + 2])) for k in range(3)] for x in X]
    return mean([cross_entropy(z, c) for z, c in zip(logits, [1, 0, 0])])


def weighted_soft(z):
    """− Σ w_k y_k log p_k / 4: the first of four rows, in their mean."""
    return -sum(w * y * log(p) for w, y, p in zip((1, 2, 5), numbers("0.2 0.7 0.1"), softmax(z))) / 4


ORACLE = {
    "batch:numpy": [*gradient(batch, numbers("0.5 -1 0 1 0 -0.5")), True],
    "predictions:p_minus_y": numbers("-0.8 0.2 0.8 -5"),
    "predictions:entry": numbers("0.25 -0.25 0 0.5"),
    "predictions:soft": [
        -sum(q * log(q) for q in numbers("0.2 0.7 0.1")), 0, 0, 0,
        1, -log(mpf("0.7")), *numbers("0.2 0.3 0.1"), 0,
    ],
    "predictions:rest": numbers("0.2 -0.3 0.1 0.7 0.3"),
    "predictions:wrong": [*(n * mpf("0.01") * mpf("0.99") ** 2 for n in (4, 2)), mpf("0.99"), mpf("1.98")],
    "predictions:ignored": numbers("-0.25 -0.125 -0.5 0"),
    "at_a_glance:grad": of_row(Z, 1) * 2,
    "jacobian:by_hand": [*P, *flat(gradient(lambda z, i=i: softmax(z)[i], Z) for i in range(3))],
    "jacobian:autograd": [True],
    "jacobian:sums": [True, 0, True, True],
    "p_minus_y:table": flat(
        [z, p, y, p - y, g] for z, p, y, g in zip(Z, P, SOFT, gradient(lambda z: soft_loss(z, SOFT), Z))
    ),
    "p_minus_y:chain": [*(-y / p for y, p in zip(SOFT, P)), *gradient(lambda z: soft_loss(z, SOFT), Z)],
    "p_minus_y:any_sum": [
        *gradient(lambda z: soft_loss(z, [1, 1, 0]), Z),
        2, *(2 * p - y for p, y in zip(P, [1, 1, 0])), *(p - y for p, y in zip(P, [1, 1, 0])),
    ],
    "differences:central": of_row(Z, 1),
    "differences:gradcheck": [True],
    "adds_up:rows": [*flat(SUMMED), True],
    "adds_up:sizes": [
        1, *(1 - softmax(z)[c] for z, c in zip(ROWS, [1, 0, 0])), *(sum(map(abs, row)) for row in SUMMED),
    ],
    "adds_up:layer": [*gradient(layer, flat(W)), True],
    "squared_error:formula": gradient(squared, Z) * 2,
    "squared_error:table": flat([lead, *along(lead)] for lead in numbers("-4 0 0.6931 4 8 16")),
    "squared_error:steps": flat([lead, steps(lead, 0), steps(lead, 1)] for lead in (2, 4, 6, 7)),
    "mean:reductions": [*EACH[0], *(each / 4 for each in EACH[0]), True],
    "mean:ignored": [*scaled([EACH[0], [0] * 3, *EACH[2:]], [mpf(1) / 3] * 4), True],
    "mean:weighted": [2, 1, 5, 5, 13, True],
    "mean:weighted_soft": [
        *gradient(weighted_soft, Z), True,
    ],
    "mean:parts": [*scaled(EACH[:3], [mpf(1) / 3] * 3), *HALVES, *scaled(EACH[:3], [mpf(1) / 3] * 3)],
    "mean:denominators": [False, True],
    "hessian:same_matrix": [*flat(J), True],
    "hessian:variance": [
        sum(v * w * J[i][k] for i, v in enumerate(V) for k, w in enumerate(V)),
        sum(p * (v - sum(q * u for q, u in zip(P, V))) ** 2 for p, v in zip(P, V)),
    ],
}  # fmt: skip
