"""What the transcripts of `snippets/reference/losses/binary-and-multi-label/` print."""

from mpmath import exp, log, mpf

from ...definitions import INF, NAN, bce, by_numpy, flat, float32, gradient, mean, numbers, reductions, sigmoid


def clamped_log(p):
    """The logarithm of p, but at least -100."""
    return max(log(p), -100) if p else -100


def binary_cross_entropy(p, y):
    """-(y log p + (1 − y) log(1 − p)), each logarithm clamped."""
    return -(y * clamped_log(p) + (1 - y) * clamped_log(1 - p))


def clamped_slope(p, y):
    """(p − y) / (p (1 − p)), the derivative of binary cross entropy without clamps, its divisor at least 1e-12."""
    return (p - y) / max(p * (1 - p), mpf("1e-12"))


def soft_margin(z, y):
    """log(1 + e^(−y z))."""
    return log(1 + exp(-y * z))


def multilabel_soft_margin(z, y):
    """Binary cross entropy of logits, its mean over the classes."""
    return mean([bce(*each) for each in zip(z, y)])


def multilabel_margin(x, target):
    """Σ_j Σ_i max(0, 1 − x_j + x_i) / C, j the labels (the targets before the first -1), i the other classes.

    A term counts if it is greater than 0, which nan is not.
    """
    labels = target[: target.index(-1)] if -1 in target else target
    lacks = [1 - x[j] + x[i] for j in labels for i in range(len(x)) if i not in labels]
    return sum(lack for lack in lacks if lack > 0) / mpf(len(x))


def each(loss, inputs, targets):
    """The loss of each input and its target."""
    return [loss(*pair) for pair in zip(inputs, targets)]


def slopes(loss, inputs, targets):
    """The gradient of the mean loss, as autograd has it and by hand."""
    return gradient(lambda inputs: mean(each(loss, inputs, targets)), inputs) * 2


PROBS, SCORES, YES_NO, SIGNS = [float32(p) for p in numbers("0.9 0.2 0.6")], numbers("2 -1 0.5"), [1, 0, 0], [1, -1, -1]
LOW = numbers("0.8 0.1 0.3")
SOFT = flat([p, binary_cross_entropy(p, mpf("0.9"))] for p in numbers("0.8 0.9 0.99"))
ENTROPY = -sum(p * log(p) for p in numbers("0.9 0.1"))
SATURATED = float32(sigmoid(20))  # its distance from 1, e^-20, is less than 2^-25: it rounds to 1
TINY = [*numbers("1e-30 1e-40 1e-50"), 0]
HALF, TEN_HALVES = bce(0, 1), bce(0, 1, 10)
WEIGHTED = [w * loss for w, loss in zip([1, 1, 4], each(bce, SCORES, YES_NO))]
OVERFLOWING = [float32(exp(88)), float32(exp(89))]  # the second is inf
CLASSES, LABELS = [numbers("2 0.25 1.5 0.75"), numbers("3 0 1 1.5")], [[3, 0, -1, 1], [0, -1, -1, -1]]
ROW = CLASSES[0]
BATCH, BITS = [numbers("2 -1 0.5"), numbers("0 3 -2")], [[1, 0, 1], [0, 1, 1]]
BY_ROW, BY_ELEMENT = each(multilabel_soft_margin, BATCH, BITS), each(bce, flat(BATCH), flat(BITS))

ORACLE = by_numpy({
    "binary_cross_entropy:example": reductions(each(binary_cross_entropy, PROBS, YES_NO)),
    "binary_cross_entropy:gradient": slopes(binary_cross_entropy, PROBS, YES_NO),
    "binary_cross_entropy:pitfall_saturation": [
        SATURATED, binary_cross_entropy(SATURATED, 0), clamped_slope(SATURATED, 0) * SATURATED * (1 - SATURATED),
        bce(20, 0), *gradient(lambda z: bce(z[0], 0), [20])],
    "binary_cross_entropy:pitfall_clamp": [
        *(-log(p) if p else INF for p in TINY),
        *each(binary_cross_entropy, TINY, [1] * 4), *each(clamped_slope, TINY, [1] * 4),
    ],
    "binary_cross_entropy:pitfall_half": [0, 0, 0, NAN],
    "binary_cross_entropy:pitfall_input": [  # the message names the bounds 0 and 1
        0, 1, mean(each(binary_cross_entropy, LOW, YES_NO)), mean(each(bce, LOW, YES_NO))],
    "binary_cross_entropy:pitfall_soft": [*SOFT, 0.9, ENTROPY],
    "binary_cross_entropy_with_logits:example": reductions(each(bce, SCORES, YES_NO)),
    "binary_cross_entropy_with_logits:gradient": slopes(bce, SCORES, YES_NO),
    "binary_cross_entropy_with_logits:pitfall_sigmoid":
        [*each(bce, [8, -8], [1, 0]), *each(bce, [sigmoid(8), sigmoid(-8)], [1, 0])],
    "binary_cross_entropy_with_logits:pitfall_infinite": [1, NAN, NAN, mpf("0.5"), INF, NAN, 0, INF, NAN],
    "multilabel_soft_margin_loss:pitfall_padded":
        [multilabel_soft_margin([4, 3, -4], [0, 2, -1]), 1, 0, multilabel_soft_margin([4, 3, -4], [1, 0, 1])],
    "binary_cross_entropy_with_logits:pitfall_target": [  # the message names the shapes (3, 1) and (3,)
        3, 1, 3, -1, *each(bce, SCORES, SIGNS), 0, *each(bce, SCORES, YES_NO)],
    "binary_cross_entropy_with_logits:pitfall_pos_weight": [  # the shape (2,) lies along W, (2, 1, 1) along C
        2, 0, HALF, TEN_HALVES, 1, HALF, TEN_HALVES, 2, 1, 1, 0, HALF, HALF, 1, TEN_HALVES, TEN_HALVES],
    "binary_cross_entropy_with_logits:pitfall_weight":
        [mean(WEIGHTED), len(WEIGHTED), sum(WEIGHTED) / 3, 1 + 1 + 4, sum(WEIGHTED) / 6],
    "binary_cross_entropy_with_logits:pitfall_soft": [*SOFT, 0.9, ENTROPY],
    "soft_margin_loss:example": reductions(each(soft_margin, SCORES, SIGNS)),
    "soft_margin_loss:gradient": slopes(soft_margin, SCORES, SIGNS),
    "soft_margin_loss:pitfall_zero": [
        -1, 1, *each(soft_margin, SCORES, SIGNS), 0, 1, *each(soft_margin, SCORES, YES_NO),
        0, 1, *each(bce, SCORES, YES_NO), 0, 1, *slopes(soft_margin, SCORES, YES_NO)[:3]],
    "soft_margin_loss:pitfall_overflow": [  # log(1 + e) and its slope -e / (1 + e), for e = e^-z in float32
        *(log(1 + e) for e in OVERFLOWING), *(-e / (1 + e) for e in OVERFLOWING),
        *each(bce, [-88, -89], [1, 1]),
        *flat(gradient(lambda z: bce(z[0], 1), [z]) for z in (-88, -89))],
    "soft_margin_loss:pitfall_shape": [  # (2,) lies along the columns, (2, 1) along the rows
        2, mean(each(soft_margin, [3, 3, -3, -3], [1, -1, 1, -1])),
        2, 1, mean(each(soft_margin, [3, 3, -3, -3], [1, 1, -1, -1]))],
    "multilabel_soft_margin_loss:example": reductions(BY_ROW),
    "multilabel_soft_margin_loss:gradient": slopes(bce, flat(BATCH), flat(BITS)),
    "multilabel_soft_margin_loss:pitfall_reduction":
        [mean(BY_ROW), mean(BY_ELEMENT), sum(BY_ROW), sum(BY_ELEMENT)],
    "multilabel_soft_margin_loss:pitfall_target": [  # the message names the shapes (3,) and (2, 3)
        3, mean(each(multilabel_soft_margin, BATCH, [[1, 0, 1]] * 2)), mean(BY_ROW), 3, 2, 3],
    "multilabel_soft_margin_loss:pitfall_classes": [  # (1, 2, 4) without its last or its second, (1, 4, 2)
        1, 2, 1, 4, 1, 4,
    ],
    "multilabel_margin_loss:example": reductions(each(multilabel_margin, CLASSES, LABELS)),
    "multilabel_margin_loss:gradient": gradient(lambda x: multilabel_margin(x, LABELS[0]), ROW) * 2,
    "multilabel_margin_loss:pitfall_bits": [
        multilabel_margin(ROW, [3, 0, -1, -1]), multilabel_margin(ROW, [1, 0, 0, 1]),
        1, 0, multilabel_margin(ROW, [1, 0, -1, -1])],
    "multilabel_margin_loss:pitfall_nothing": [
        -1, multilabel_margin(ROW, [-1, 3, 0, -1]), multilabel_margin(ROW, [0, 1, 2, 3]),
        NAN, multilabel_margin([NAN] * 4, [3, 0, -1, -1])],
    "multilabel_margin_loss:pitfall_compiled": [  # compiled, the two -1 count as two more labels, class 0
        multilabel_margin(ROW, [3, 0, -1, -1]),
        multilabel_margin(ROW, [3, 0, -1, -1]) + 2 * sum(max(0, 1 - ROW[0] + ROW[i]) for i in (1, 2)) / 4,
        multilabel_margin(ROW, [3, 0, -1, -1])],
    "multilabel_margin_loss:pitfall_dtype": [  # the messages name the targets, and argument 2
        3, 0, -1, -1, 3, 0, -1, -1, 3 + 1, 0 + 1, -1 + 1, -1 + 1, 2],
    "multilabel_margin_loss:pitfall_empty": [NAN, sum([])],  # no losses, their mean 0 / 0, their sum
})  # fmt: skip
