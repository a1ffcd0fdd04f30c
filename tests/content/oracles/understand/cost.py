"""What the transcripts of `snippets/understand/cost/` print: sizes from shapes, operators from the steps they take."""

from ..definitions import log_softmax, numbers, softmax

GIB = 2**30
TOKENS, FEATURES, CLASSES = 8192, 4096, 128_256
LOGITS = TOKENS * CLASSES * 4 / GIB
GRADIENTS = 4 * (CLASSES * FEATURES + TOKENS * FEATURES) / GIB

Z = numbers("2.5 3.5 1.5")
N, C, SCALAR, ROW = 8, 1000, 4, 8 * 4
BIG = N * C * 4

NLL = "_log_softmax nll_loss_forward"
NLL_BACK = "ones_like nll_loss_backward _log_softmax_backward_data"
# of all rows: nll and its mean; minus the sum of log p; ignored rows to 0; their mean; the mixture of the two
SMOOTHED = [
    *NLL.split(), *["sum", "neg", "eq", "masked_fill_", "not", "sum", "sum", "div", "mul", "mul", "add"],
]  # fmt: skip
SMOOTHED_BACK = [
    "ones_like",
    "mul",
    "mul",
    "div",
    "masked_fill",
    "neg",
    "nll_loss_backward",
    "add",
    NLL_BACK.split()[-1],
]
OPERATORS = {  # forward and backward
    "softmax": (
        ["_softmax", "log", "nll_loss_forward"],
        ["ones_like", "nll_loss_backward", "div", "_softmax_backward_data"],
    ),
    "log_softmax": (NLL.split(), NLL_BACK.split()),
    "cross_entropy": (NLL.split(), NLL_BACK.split()),
    "one-hot": (
        ["_log_softmax", "mul", "sum", "neg", "div"],
        ["ones_like", "div", "neg", "mul", "_log_softmax_backward_data"],
    ),
    "smoothing": (SMOOTHED, SMOOTHED_BACK),
}

# nll_loss returns two scalars, the loss and the number of rows, and keeps the second; ones_like makes a third.
NLL_BYTES = [BIG + 2 * SCALAR, SCALAR + 2 * BIG, BIG + SCALAR, 3 * BIG + 2 * SCALAR]
BYTES = [
    # the loss, the number of rows (freed with nll_loss's step) and one; three tensors, when only scalars and p are kept
    [2 * BIG + 2 * SCALAR, SCALAR + 3 * BIG, 2 * BIG + SCALAR, 3 * BIG + 3 * SCALAR],
    NLL_BYTES,
    NLL_BYTES,
    # sum, neg, div; then one, div, neg
    [2 * BIG + 3 * SCALAR, 3 * SCALAR + 2 * BIG, BIG, 3 * BIG + 2 * SCALAR],
    # forward: sum and neg of rows, eq and not of 1-byte rows, an 8-byte count, and sum, div, mul, mul, add
    [
        BIG + 2 * SCALAR + 2 * ROW + 2 * N + 8 + 5 * SCALAR,
        4 * SCALAR + 2 * ROW + 3 * BIG,
        BIG + SCALAR + N + 8,
        3 * BIG + 40,
    ],
]

X, ROWS, F = 64 * 16 * 4, 64, 16
HEAD = 1000 * F * 4
LINEAR = ROWS * 1000 * 4
BUFFERS = "empty empty zeros empty zeros zeros empty"  # logits, maxima, loss, three gradients, none for the bias' sum
TARGETS = "eq where bitwise_not sum eq neg where div_"  # ignored ones to 0; their number; weights -1/N or 0
LOSS = "mm amax sub_ gather dot add_ exp_ sum div mul log_ dot sub_"  # of a chunk: logits, minus their maxima; softmax
GRADIENT = "index_select mul addmm addmm_ mul index_add_"  # with respect to x, then w: one-hot part and softmax part


def held(rows, classes, features=F):
    """Logits, log-probabilities, two gradients; or, after that, the logits, and the gradients of all three."""
    logits = 4 * rows * classes
    return max(4 * logits, 2 * logits + 4 * (classes + rows) * features) + 2 * SCALAR


def not_held(rows, classes, features=F):
    """Log-probabilities and two gradients; or the gradient of the logits, and those of weight and features."""
    logits = 4 * rows * classes
    return max(3 * logits, logits + 4 * (classes + rows) * features) + 2 * SCALAR


def in_chunks(rows, classes, features=F):
    """The gradients of weight and features, and zeros for each; the loss, and its gradient."""
    return 2 * (classes + rows) * features * 4 + 2 * SCALAR


def linear(loss_bytes, alive, most):
    """A row of the table for a loss after a linear layer: one matrix product more than cross_entropy, backward two."""
    return [1 + len(NLL.split()), len(NLL_BACK.split()) + 2, loss_bytes, alive, most]


NOT_HELD = linear(LINEAR + SCALAR, LINEAR + 2 * SCALAR, 3 * LINEAR + 2 * SCALAR)
SETUP, CHUNK = len(f"{BUFFERS} {TARGETS}".split()), len(f"{LOSS} {GRADIENT}".split())
CHUNKS = {rows: SETUP + CHUNK * ROWS // rows for rows in (8, 1)}
# backward: ones_like, 3 zeros, 2 mul_
CHUNKED = [[CHUNKS[rows], 6, 0, HEAD + X + SCALAR, in_chunks(ROWS, 1000)] for rows in (8, 1)]

ORACLE = {
    "predictions:targets": [100 * 4, 8, 50, 100],
    "predictions:saved": [*log_softmax(Z) * 3, *softmax(Z), *Z],
    "predictions:peak": [2, 4, 8, 6, 10],
    "predictions:half": [400, True, 800, 1600, False, 400, 800],
    "predictions:rows": [100_000_000, 512, 683, 1024, 1024, 2048],
    "vocabulary:table": [
        *(count * LOGITS for count in (1, 2, 4, 1, 4, 1, 4, 2, 5)), GRADIENTS, 2 * GRADIENTS,
    ],
    "counts:operators": [len(each) for pair in OPERATORS.values() for each in pair],
    "counts:bytes": [BIG, N * 8, BIG, N * C * 8],
    "counts:bytes_table": [each for row in BYTES for each in row],
    "counts:autocast": [each for size in (4, 2) for each in (N * C * size, BIG + SCALAR, 3 * BIG + 2 * SCALAR)],
    "counts:linear": [LINEAR, 8, 8 * 1000 * 4, HEAD + X],
    "counts:linear_table": [
        *linear(LINEAR + SCALAR, 2 * LINEAR + 2 * SCALAR, held(ROWS, 1000)), *NOT_HELD, *NOT_HELD,
        8, *CHUNKED[0], 1, *CHUNKED[1],
    ],
    "counts:growth": [
        each
        for c in (1000, 2000, 4000, 8000)
        for each in (c, ROWS * c * 4, held(ROWS, c), not_held(ROWS, c), in_chunks(ROWS, c))
    ],
    "counts:few_rows": [
        each
        for n in (4, 8, 10, 11, 16)
        for each in (n, held(n, 8000), not_held(n, 8000), in_chunks(n, 8000))
    ],
    "counts:few_classes": [
        each for n in (64, 128, 192) for each in (n, held(n, 64, 64), not_held(n, 64, 64), in_chunks(n, 64, 64))
    ],
}  # fmt: skip
NO_NUMBERS = {"counts:names"}
