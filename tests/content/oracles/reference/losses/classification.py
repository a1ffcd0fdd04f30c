"""What the transcripts of `snippets/reference/losses/classification/` print."""

from mpmath import exp, log, mpf, sqrt

from ...definitions import (
    NAN,
    Generator,
    by_numpy,
    cross_entropy,
    dot,
    flat,
    gradient,
    log_of_softmax,
    log_softmax,
    mean,
    numbers,
    reductions,
    smoothed,
    soft_loss,
    softmax,
)


def nll(log_probs, c):
    """−log p_c."""
    return -log_probs[c]


def multi_margin(x, c):
    """Σ_(i≠c) max(0, 1 − x_c + x_i) / C: a term counts if it is greater than 0, which nan is not."""
    terms = [1 - x[c] + each for i, each in enumerate(x) if i != c]
    return sum(term for term in terms if term > 0) / mpf(len(x))


def linear(x, layer):
    """The product of a row of features with each row of a layer's weights."""
    return [dot(x, row) for row in layer]


def adaptive(x, c, head, tail, cutoffs):
    """Log p_c of the head, or of the cluster in the head plus that of the class in its cluster's softmax."""
    if c < cutoffs[0]:
        return log_softmax(linear(x, head))[c]
    i = max(i for i, start in enumerate(cutoffs) if start <= c)
    inside = log_softmax(linear(linear(x, tail[i][0]), tail[i][1]))
    return log_softmax(linear(x, head))[cutoffs[0] + i] + inside[c - cutoffs[i]]


def rows_of(values, width):
    """The values as rows of that width."""
    return [list(values[i : i + width]) for i in range(0, len(values), width)]


def per_row(loss, rows, targets):
    """The gradient of the mean of each row's loss."""
    return flat(
        [each / len(rows) for each in gradient(lambda x, c=c: loss(x, c), row)] for row, c in zip(rows, targets)
    )


def thousands(n):
    """A whole number as it is printed: its digits in groups of three."""
    return [int(group) for group in f"{n:,}".split(",")]


def gibibytes(n):
    """A number of bytes, and how many 2^30 that is."""
    return [*thousands(n), mpf(n) / 2**30]


def inits(draw, inputs, outputs):
    """The weight (outputs, inputs) of a new linear layer without bias: uniform within 1 over the root of its inputs."""
    return rows_of([(2 * u - 1) / sqrt(inputs) for u in draw.uniform(outputs * inputs)], inputs)


# cross_entropy, nll_loss, multi_margin_loss
LOGITS, TARGET = [numbers("2 0 1"), numbers("0 3 0")], [0, 2]
LOSSES = [cross_entropy(z, c) for z, c in zip(LOGITS, TARGET)]
SOFT = mean([soft_loss(LOGITS[0], numbers("0.8 0.1 0.1")), soft_loss(LOGITS[1], numbers("0 0.5 0.5"))])
HALF, SURE, MASKED = numbers("0 0.5 0.5"), numbers("100 0 0"), numbers("2 0 -inf")
WEIGHTED = 1 * LOSSES[0] + 3 * LOSSES[1]
LOG_PROBS = [[log(p) for p in numbers(row)] for row in ("0.7 0.2 0.1", "0.25 0.5 0.25")]
SCORES = [numbers("1 0.5 2"), numbers("3 0 1")]
MARGINS = [multi_margin(x, 0) for x in SCORES]

# linear_cross_entropy
FEATURES = [numbers("1 2"), numbers("0 1"), numbers("2 0")]
LAYER, BIAS, CLASSES = [numbers("1 0"), numbers("0 1"), numbers("1 1"), numbers("0 0")], numbers("0 0.5 0 0"), [2, 1, 3]
BIASED = mean([cross_entropy([z + b for z, b in zip(linear(x, LAYER), BIAS)], c) for x, c in zip(FEATURES, CLASSES)])
OF_LAYER = [cross_entropy(linear(x, LAYER), c) for x, c in zip(FEATURES, CLASSES)]
FEATURES_GRADIENT = per_row(lambda x, c: cross_entropy(linear(x, LAYER), c), FEATURES, CLASSES)
LAYER_GRADIENT = gradient(
    lambda w: mean([cross_entropy(linear(x, rows_of(w, 2)), c) for x, c in zip(FEATURES, CLASSES)]), flat(LAYER)
)
V, FLOAT = 128_256, 4  # the size of the vocabulary, and the bytes of a float32

# adaptive_log_softmax_with_loss: a head of 3 classes and 2 clusters, which have 8 / 2 and 8 / 4 features
CUTOFFS, DRAW = [3, 6], Generator(0)
HEAD = inits(DRAW, 8, 3 + 2)
TAIL = [[inits(DRAW, 8, width), inits(DRAW, width, classes)] for width, classes in ((8 // 2, 6 - 3), (8 // 4, 10 - 6))]
ROWS, PICKED = rows_of(DRAW.randn(4 * 8), 8), [0, 2, 4, 9]
OUTPUT = [adaptive(x, c, HEAD, TAIL, CUTOFFS) for x, c in zip(ROWS, PICKED)]
HEAD_GRADIENT = gradient(
    lambda w: -mean([adaptive(x, c, rows_of(w, 8), TAIL, CUTOFFS) for x, c in zip(ROWS, PICKED)]), flat(HEAD)
)
COUNTS = [1, 1, 2, 2, 3, 5, 9, 20, 40, 90]
SHAPES = [
    (4_000 + 2, 1024),
    (1024 // 4, 1024),
    (20_000 - 4_000, 1024 // 4),
    (1024 // 16, 1024),
    (V - 20_000, 1024 // 16),
]
LOGIT_COUNTS = [1024 * (4_000 + 2), 100 * (20_000 - 4_000), 24 * (V - 20_000)]

# d loss / d t of the mean loss at features times (1 + t), t = 0: by the chain rule, Σ gradient · features
ALONG = sum(a * b for a, b in zip(FEATURES_GRADIENT, flat(FEATURES)))

ORACLE = by_numpy({
    "cross_entropy:example": [*reductions(LOSSES), SOFT],
    "cross_entropy:gradient": 2 * per_row(cross_entropy, LOGITS, TARGET),
    "cross_entropy:pitfall_floor":
        [soft_loss(numbers("-50 0 0"), HALF), -sum(p * log(p) for p in HALF if p),
         cross_entropy(SURE, 0), soft_loss(SURE, smoothed([1, 0, 0]))],
    "cross_entropy:pitfall_softmax": [cross_entropy(SURE, 0), cross_entropy(softmax(SURE), 0)],
    "cross_entropy:pitfall_weight": [WEIGHTED / (1 + 3), WEIGHTED / (1 + 3), WEIGHTED / 2, 2, WEIGHTED / 2],
    "cross_entropy:pitfall_ignored": [NAN, 0],  # of no rows: 0 / 0, and the sum
    "cross_entropy:pitfall_masked":
        [cross_entropy(MASKED, 0), soft_loss(MASKED, [1, 0, 0]), soft_loss(MASKED, smoothed([1, 0, 0]))],
    "cross_entropy:pitfall_identical": [True],
    "linear_cross_entropy:pitfall_half": [True, False],
    "cross_entropy:pitfall_shape": [2, 3, 2, 5,
        *2 * [cross_entropy([0, 0, 0])]],  # (2, 5, 3) less its dimension 1; (2, 5)
    "cross_entropy:pitfall_half":  # the sums 1 + e^-9 and 70000 in float16, whose steps near 1 are 2^-10
        [log(1 + exp(-9)), 0, log(70000), mpf("inf")],
    "nll_loss:example": reductions([nll(row, c) for row, c in zip(LOG_PROBS, TARGET)]),
    "nll_loss:gradient": 2 * per_row(nll, LOG_PROBS, TARGET),
    "nll_loss:pitfall_logs":
        [nll(LOGITS[0], 0), nll(softmax(LOGITS[0]), 0), nll(log_softmax(LOGITS[0]), 0), cross_entropy(LOGITS[0], 0)],
    "nll_loss:pitfall_zero": [nll(log_of_softmax([200, 0]), 1), nll(log_softmax([200, 0]), 1)],
    "nll_loss:pitfall_weight": [(1 * nll(LOG_PROBS[0], 0) + 0 * nll(LOG_PROBS[1], 2)) / (1 + 0),
        NAN],  # then 0 / (0 + 0)
    "multi_margin_loss:example": reductions(MARGINS),
    "multi_margin_loss:gradient": 2 * per_row(multi_margin, SCORES, [0, 0]),
    "multi_margin_loss:pitfall_classes": flat([n, multi_margin([0, 0] + [-5] * (n - 2), 0)] for n in (3, 30)),
    "multi_margin_loss:pitfall_weight": [4 * sum(MARGINS) / 2, 2, 4 * sum(MARGINS) / 2, 4 * sum(MARGINS) / (4 + 4)],
    "multi_margin_loss:pitfall_nan": [multi_margin(numbers("nan 0 0"), 0), cross_entropy(numbers("nan 0 0"), 0)],
    "linear_cross_entropy:example": [BIASED] * 2,
    "linear_cross_entropy:gradient": 2 * FEATURES_GRADIENT + 2 * LAYER_GRADIENT,
    "linear_cross_entropy:pitfall_batch": [3, 4, sum(OF_LAYER) / 4, 4, sum(OF_LAYER) / 4, mean(OF_LAYER)],
    "linear_cross_entropy:pitfall_bias": [True, False],  # whether it is contiguous, not what it computes
    "linear_cross_entropy:pitfall_backward": [True, True, ALONG, 0],  # in the message: "retain_graph=True"
    "linear_cross_entropy:pitfall_ignored": [mpf("nan"), 0, 0, mpf("nan"), mpf("nan"), mpf("nan")],
    "linear_cross_entropy:bytes": flat([n, *gibibytes(n * V * FLOAT)] for n in (1024, 8192)),
    # log-softmax's result is kept for its gradient; in chunks, only the gradients of x (64, 16) and w (V, 16) are
    "linear_cross_entropy:kept": [64, *thousands(64 * V * FLOAT), *thousands(64 * V * FLOAT), 0],
    # V equal logits; at the peak: the logits, those less their maximum, the exp of these, a bias and a weight per class
    "linear_cross_entropy:chunks": flat([n, log(V), mpf(3 * n + 2) / 64] for n in (64, 16, 4)),
    "adaptive_log_softmax_with_loss:example": [*OUTPUT, -mean(OUTPUT)],
    "adaptive_log_softmax_with_loss:gradient": 2 * flat(row[:3] for row in rows_of(HEAD_GRADIENT, 8)),
    "adaptive_log_softmax_with_loss:pitfall_order":
        [mpf(sum(COUNTS[:3])) / sum(COUNTS), mpf(sum(sorted(COUNTS)[-3:])) / sum(COUNTS)],
    "adaptive_log_softmax_with_loss:pitfall_sign": [*OUTPUT, -mean(OUTPUT), mean(OUTPUT)],
    "adaptive_log_softmax_with_loss:pitfall_ignored": [0, 10 - 1, min(0, 2, 4, -100), max(0, 2, 4, -100)],
    "adaptive_log_softmax_with_loss:pitfall_cutoffs": [1, 1],  # between 1 and n_classes-1
    "adaptive_log_softmax_with_loss:weights":
        [*gibibytes(V * 1024 * FLOAT), *gibibytes(sum(a * b for a, b in SHAPES) * FLOAT), *flat(SHAPES)],
    "adaptive_log_softmax_with_loss:logits": [*thousands(1024 * V * FLOAT), *thousands(sum(LOGIT_COUNTS) * FLOAT)],
})  # fmt: skip
ORACLE["linear_cross_entropy:numpy"] = [BIASED]
NO_NUMBERS = {
    *("cross_entropy:pitfall_byte", "linear_cross_entropy:pitfall_compiled", "linear_cross_entropy:pitfall_options"),
    "multi_margin_loss:pitfall_ignored",
}
