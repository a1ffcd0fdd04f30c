"""What the transcripts of `snippets/debug/` print."""

from mpmath import e, exp, log, mpf, sqrt

from oracles.definitions import (
    INF,
    NAN,
    cross_entropy,
    flat,
    float32,
    log_of_softmax,
    log_softmax,
    mean,
    numbers,
    sigmoid,
    softmax,
)


def mean_loss(rows, targets):
    """The mean cross-entropy of rows of logits."""
    return mean([cross_entropy(z, c) for z, c in zip(rows, targets)])


def soft(z, q):
    """The cross-entropy of the target probabilities q; a class with no share of the target costs nothing."""
    return -sum(share * each for share, each in zip(q, log_softmax(z)) if share)


def entropy(q):
    """What the best possible prediction of q costs: q itself."""
    return -sum(p * log(p) for p in q)


def smoothed(c):
    """The target that label smoothing of 0.1 makes of one of three class indices."""
    return [(mpf(1) - mpf("0.1")) * (k == c) + mpf("0.1") / 3 for k in range(3)]


def two_class(z, y):
    """-(y log p + (1 - y) log(1 - p)), with p = sigmoid(z); for any y."""
    return -(y * log(sigmoid(z)) + (1 - y) * log(sigmoid(-z)))


def described(row_sum, exp_sum):
    """What `describe` prints for two rows of three finite numbers, given the sum of one, and that of its exponentials."""
    return [2, 3, 2, 1, 2, True, abs(row_sum - 1) < 0.01, abs(exp_sum - 1) < 0.01]


Z, Y = [numbers("2.5 3.5 1.5"), numbers("0.5 1 2")], [1, 2]
PROBS = [softmax(z) for z in Z]
LOSSES = [cross_entropy(z, c) for z, c in zip(Z, Y)]
CE = mean(LOSSES)
HALF_GRADIENTS = [[(p - (k == c)) / 2 for k, p in enumerate(row)] for row, c in zip(PROBS, Y)]
WEIGHTED = (1 * LOSSES[0] + 3 * LOSSES[1]) / (1 + 3)
SIX = (2 * LOSSES[0] + 6 * LOSSES[1], 2 + 6, 2)  # a weighted sum, its weights' sum, its rows
SOFT = numbers("0.2 0.7 0.1")
KL = mean([soft(z, q) - entropy(q) for z, q in zip(Z, (SOFT, numbers("0.1 0.2 0.7")))])
BCE = mean([two_class(mpf("1.5"), 1), two_class(mpf("-0.5"), 0)])
ALONG_ROWS = [log_softmax(column) for column in zip(*Z)]  # by class, then by row
LAST = [numbers("-0.5 -1 -2"), numbers("-3 -0.1 -0.2")]
LAST_GRADIENTS = [[(p - (k == c)) / 2 for k, p in enumerate(softmax(z))] for z, c in zip(LAST, Y)]
TWICE = {classes: log(e + classes - 1) - 1 for classes in (3, 1000)}
FOUR, FOUR_Y = [*Z, [1, 0, -1], [0, 2, 0]], [1, 2, 0, 0]
FOUR_MEAN = mean_loss(FOUR, FOUR_Y)
MEAN_OF_MEANS = {
    4: FOUR_MEAN,
    3: mean([mean_loss(FOUR[:3], FOUR_Y[:3]), mean_loss(FOUR[3:], FOUR_Y[3:])]),
    2: mean([mean_loss(FOUR[:2], FOUR_Y[:2]), mean_loss(FOUR[2:], FOUR_Y[2:])]),
}
SURE, SURE_Y = [[4, 0, 0], [0, 5, 0], [0, 0, 3], [12, 0, 1]], [0, 1, 2, 1]
SURE_LOSSES = [cross_entropy(z, c) for z, c in zip(SURE, SURE_Y)]
WORST_FIRST = sorted(range(4), key=lambda row: -SURE_LOSSES[row])
SQUARE = [[2, 0, 9], [6, 5, 7], [0, 1, 3]]


def accuracy(rows, targets):
    """The share of rows whose largest number is at the target."""
    return mean([mpf(row.index(max(row)) == c) for row, c in zip(rows, targets)])


ORACLE = {
    "look:describe": described(sum(Z[0]), sum(map(exp, Z[0]))),
    "look:others": [
        *described(sum(PROBS[0]), sum(map(exp, PROBS[0]))),
        *described(sum(log_softmax(Z[0])), sum(map(exp, log_softmax(Z[0])))),
    ],
    "negative:nll": [-Z[0][1], -PROBS[0][1], LOSSES[0]],
    "negative:targets": [soft(Z[0], [-1, 1, -1]), -LOSSES[0]],
    "negative:others": [
        mean([two_class(2, 1), two_class(-2, -1)]),
        mean([two_class(2, 1), two_class(-2, 0)]),
        -PROBS[0][1],  # Σ y (log y − p): all but one y are 0, and log 1 is 0
        LOSSES[0],
    ],
    "negative:ignored": [
        *[-100, mean([two_class(2, 1), two_class(-2, 0), two_class(-3, -100)])],
        mean([two_class(2, 1), two_class(-2, 0)]),
    ],
    "negative:density": [(log(mpf("0.01")) + 0 / mpf("0.01")) / 2],
    "nan:ignored": [NAN, 0, 0, 0] * 2 + [NAN] * 4,
    "nan:ignored_fix": [0, LOSSES[0]],
    "nan:by_hand": [*log_of_softmax([0, 200]), NAN, 0],
    "nan:logits": [NAN, NAN, (2 - mpf(2) ** -10) * 2**15, INF, 1, NAN],
    "infinite:log": [
        *(float32(p) for p in softmax([104, 0])),
        *[-log_of_softmax([104, 0])[1], NAN, NAN],
        *[mpf("1e-9"), -log(float32(softmax([104, 0])[1]) + mpf("1e-9")), 0, 0],
        *[cross_entropy([104, 0], 1), 1, -1],
    ],
    "infinite:masked": [cross_entropy([2, 1], 0), INF, INF, NAN, cross_entropy([2, 1], 0)],
    "zero:one_column": [0] * 6,
    "zero:one_column_fix": [mean([two_class(mpf("1.2"), 1), two_class(mpf("-0.7"), 0)])],
    "zero:wrong_dim": [*(log_softmax([z])[0] for z in Z[0]), LOSSES[0]],
    "zero:ignored": [NAN, 0],
    "zero:small": [log(float32(1 + 2 * exp(-20))), cross_entropy([20, 0, 0], 0)],
    "stuck:table": flat([classes, log(classes)] for classes in (2, 3, 4, 5, 10, 100, 1000, 50257)),
    "stuck:relu": [
        *[log(3), 0, 0, 0, 0],
        *[mean_loss(LAST, Y), *(abs(a - b) / sqrt(2) for a, b in zip(*LAST)), sum(map(abs, flat(LAST_GRADIENTS)))],
    ],
    "stuck:frequencies": [*numbers("0.9 0.1"), *[entropy(numbers("0.9 0.1"))] * 2],
    "floor:twice": [3, TWICE[3], TWICE[3], 1000, TWICE[1000], TWICE[1000]],
    "floor:logarithm": [cross_entropy(PROBS[0], 1), LOSSES[0], LOSSES[0]],
    "floor:soft": [
        *[soft(Z[0], SOFT), entropy(SOFT)],
        *[soft(Z[0], SOFT) - entropy(SOFT)] * 2,
        entropy(smoothed(0)),
    ],
    "floor:conflict": [mean_loss([[5, 5, -20]] * 2, [0, 1]), soft([5, 5, -20], [1, 1, 0]), True],
    "by_hand:rows": LOSSES,
    "by_hand:table": [
        *[CE, sum(LOSSES), 10, CE / log(10), 2, CE / log(2)],
        *[-log(mean([PROBS[0][1], PROBS[1][2]])), -mean([ALONG_ROWS[1][0], ALONG_ROWS[2][1]])],
        *[mean_loss(PROBS, Y), sum(LOSSES) / (2 * 3)],
        *[1, 2, 6, SIX[0] / SIX[1], 1, 2, 6, SIX[0] / SIX[2]],
        *[LOSSES[0], LOSSES[0] / 2],
    ],
    "batches:means": flat([size, each] for size, each in MEAN_OF_MEANS.items()),
    "batches:fix": flat([size, FOUR_MEAN] for size in MEAN_OF_MEANS),
    "confident:rows": [
        *[accuracy(SURE, SURE_Y), mean(SURE_LOSSES), *WORST_FIRST],
        *[SURE_LOSSES[row] for row in WORST_FIRST],
        max(SURE_LOSSES) / sum(SURE_LOSSES),
    ],
    "confident:temperature": flat(
        [t, accuracy(SURE, SURE_Y), mean_loss([[mpf(each) / t for each in z] for z in SURE], SURE_Y)] for t in (1, 2, 4, 8)
    ),
    "margins:improve": flat(
        [mean_loss(rows, [0, 0]), accuracy(rows, [0, 0])] for rows in ([[0, 2], [0, 1]], [[0, mpf("0.5")], [0, mpf("0.1")]])
    ),
    "margins:wrong_dim": [mean_loss(SQUARE, [2] * 3), 0, accuracy([*zip(*SQUARE)], [2] * 3), 1, accuracy(SQUARE, [2] * 3)],
    "gradient:none": [p - (k == 1) for k, p in enumerate(PROBS[0])],
    "gradient:table": [0, 0, 0, 0, log(3), 0, mpf(2) / 3, 0, 100, 0, 0, 0, cross_entropy([200, 0, 0], 1), 1],
    "two_targets:weights": [CE, CE, SIX[0] / SIX[1], SIX[0] / SIX[2]],
    "two_targets:fix": [SIX[0] / SIX[2], SIX[0] / SIX[1]],
    "two_targets:ignored": [LOSSES[0], LOSSES[0] / 2],
    "target_dtype:fix": [CE],
    "out_of_bounds:error": [3],
    "out_of_bounds:fix": [2, 3, CE, LOSSES[0]],
    "multi_target:fix": [CE],
    "multi_target:one_hot": [CE, CE],
    "floating_point:fix": [CE, CE],
    "batch_size:error": [3, 2],
    "batch_size:fix": [CE],
    "batch_size:scalar": [2, 0, LOSSES[0]],
    "target_size:error": [2, 7, 2, 5],
    "target_size:fix": [log(7), log(7)],
    "target_size:silent": [mean_loss([[3, 2], [0, 1]], [0, 0]), mean_loss([[3, 0], [2, 1]], [0, 0])],
    "size_mismatch:error": [2, 4, 4, 3, 2, 4, 4],
    "size_mismatch:fix": [log(3), log(3)],
    "spatial_targets:error": [4],
    "spatial_targets:fix": [log(3)],
    "ignore_with_probabilities:fix": [soft(Z[0], SOFT)] * 2,
    "must_be_tensor:error": [2],
    "must_be_tensor:fix": [CE],
    "must_be_tensor:input": [1, CE],
    "missing_target:error": [1],
    "missing_target:fix": [CE],
    "one_hot_values:error": [1, 3, 1, -100, 1, 2],
    "one_hot_values:fix": [LOSSES[0]],
    "not_implemented:fix": [CE, False],
    "implicit_dim:three": [1] * 6,
    "implicit_dim:fix": [*flat(PROBS), CE],
    "missing_dim:error": [1],
    "missing_dim:fix": [CE],
    "dim_range:error": [-1, 0, 1],
    "dim_range:fix": log_softmax(Z[0]) * 2,
    "no_dimension:error": [1, 0],
    "no_dimension:fix": [CE],
    "one_target:error": [1, 2],
    "one_target:fix": [CE, CE],
    "no_attribute:fix": log_softmax(Z[0]),
    "device:fix": [CE],
    "weight_length:error": [3, 2],
    "weight_length:fix": [WEIGHTED] * 2,
    "weight_dtype:fix": [WEIGHTED],
    "weight_buffer:fix": [WEIGHTED],
    "reduction_value:fix": [CE, sum(LOSSES), *LOSSES],
    "smoothing_range:error": [0, 1, 10],
    "smoothing_range:fix": [mean([soft(z, smoothed(c)) for z, c in zip(Z, Y)])],
    "smoothing_range:negative": [CE, CE],
    "size_average:fix": [sum(LOSSES)],
    "unexpected_keyword:fix": [CE, CE],
    "constructor:error": [6, 2],
    "constructor:fix": [CE, CE],
    "input_range:error": [0, 1],
    "input_range:fix": [BCE, BCE, 0, 1],
    "target_range:error": [0, 1],
    "target_range:fix": [BCE],
    "bce_size:error": [2, 2, 1],
    "bce_size:fix": [BCE, BCE],
    "bce_logits_size:error": [2, 2, 1],
    "bce_logits_size:fix": [BCE],
    "bce_logits_size:classes": [2, 2, 3, CE],
    "found_dtype:fix": [BCE],
    "result_type:fix": [BCE],
    "pos_weight:error": [2, 3, 1],
    "pos_weight:fix": [(4 + 2 + 4) * log(2) / 6, (4 + 2 + 2) * log(2) / 6],
    "kl_mean:fix": [KL / 3, KL, KL],
    "kl_integral:fix": [CE, CE],
    "scalar_outputs:fix": flat(HALF_GRADIENTS),
    "no_grad_fn:error": [0],
    "no_grad_fn:fix": [True, False, False, True, True],
    "second_time:fix": [CE],
    "inplace:fix": [CE],
    "not_a_leaf:fix": flat(HALF_GRADIENTS),
    "cannot_be_converted:error": [2],
    "cannot_be_converted:fix": [CE, *LOSSES],
    "to_a_scalar:error": [True],
    "to_a_scalar:fix": [CE, True],
    "modules:fix": [*flat(PROBS), *flat(PROBS)],
    "numpy_grad:fix": [*flat(PROBS), CE],
    "missing_var:error": [1],
    "missing_var:fix": [CE],
}  # fmt: skip

NO_NUMBERS = {
    "target_dtype:error", "multi_target:error", "floating_point:error", "floating_point:argmax",
    "ignore_with_probabilities:error", "not_implemented:error", "not_implemented:others", "implicit_dim:error",
    "no_attribute:error", "device:error", "weight_dtype:error", "weight_buffer:error", "reduction_value:error",
    "size_average:error", "unexpected_keyword:error", "found_dtype:error", "result_type:error", "kl_mean:error",
    "kl_integral:error", "scalar_outputs:error", "second_time:error", "inplace:error", "not_a_leaf:error",
    "numpy_grad:error", "not_a_leaf:optimizer", "modules:error", "state_dict:error", "state_dict:fix",
}  # fmt: skip
