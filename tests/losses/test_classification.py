"""The NumPy classification losses agree with torch's over all their parameters and shapes, and at the extremes."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.support.numpy_losses import EXTREMES, REDUCTIONS, agree, cases, numbers, reductions
from tools.maintenance.fuzz.calls import load

NOISE = {"rtol": 1e-12, "atol": 1e-12}  # a log-probability near 0 is the logarithm of a sum near 1, in another order


@st.composite
def batches(draw, most=3):
    """The shapes of logits and of class indices, and the number of classes."""
    classes = draw(st.integers(1, 5))
    if not draw(st.booleans()):
        return (classes,), (), classes
    rows, *rest = draw(hnp.array_shapes(min_dims=1, max_dims=most, min_side=0, max_side=3))
    return (rows, classes, *rest), (rows, *rest), classes


@st.composite
def classified(draw, most=3):
    """Logits, class indices of which some may be ignored, and options."""
    shape, indices, classes = draw(batches(most=most))
    target = draw(hnp.arrays(np.int64, indices, elements=st.sampled_from([*range(classes), -100])))
    weight = draw(st.none() | numbers(classes, 0, 10))
    return draw(numbers(shape)), target, {"weight": weight, "reduction": draw(reductions)}


@st.composite
def distributed(draw):
    """Logits, class probabilities (any numbers will do), and options."""
    shape, _, classes = draw(batches())
    weight = draw(st.none() | numbers(classes, 0, 10))
    return draw(numbers(shape)), draw(numbers(shape, 0, 1)), {"weight": weight, "reduction": draw(reductions)}


SMOOTHING = st.sampled_from([0.0, 0.1, 0.5, 1.0, -0.1])


@cases
@given(classified(), SMOOTHING, st.sampled_from([-100, 0, 2]))
def test_cross_entropy(case, smoothing, ignored):
    logits, target, options = case
    if ignored != -100:
        target = np.where(target == -100, 0, target)
    agree("cross_entropy", logits, target, label_smoothing=smoothing, ignore_index=ignored, **options, **NOISE)


@cases
@given(distributed(), SMOOTHING)
def test_cross_entropy_with_probabilities(case, smoothing):
    logits, target, options = case
    agree("cross_entropy", logits, target, label_smoothing=smoothing, **options, **NOISE)


@cases
@given(classified(), st.sampled_from([-100, 0, 2]))
def test_nll_loss(case, ignored):
    log_probs, target, options = case
    if ignored != -100:
        target = np.where(target == -100, 0, target)
    agree("nll_loss", log_probs, target, ignore_index=ignored, **options, **NOISE)


@st.composite
def projected(draw):
    """Features, a linear layer, indices or probabilities, and options."""
    shape, indices, classes = draw(batches())
    features = draw(st.integers(0, 3))
    input = draw(numbers((*shape[: len(shape) > 1], features), -10, 10))
    heads = shape[min(1, len(shape) - 1) :]
    soft, biased = draw(st.booleans()), draw(st.booleans())
    elements = st.sampled_from([*range(classes), -100])
    target = draw(numbers(shape, 0, 1) if soft else hnp.arrays(np.int64, indices, elements=elements))
    options = {
        "linear_bias": draw(numbers(heads)) if biased else None,
        "weight": draw(st.none() | numbers(classes, 0, 10)),
        "reduction": draw(reductions),
        "label_smoothing": draw(SMOOTHING),
    }
    if not soft:
        options["ignore_index"] = draw(st.sampled_from([None, -100]))
    return input, draw(numbers((*heads, features), -10, 10)), target, options


@cases
@given(projected())
def test_linear_cross_entropy(case):
    input, weight, target, options = case
    agree("linear_cross_entropy", input, weight, target, **options, rtol=1e-11, atol=1e-11)  # products cancel


@cases
@given(projected(), st.sampled_from([None, 1, 2]))
def test_linear_cross_entropy_in_chunks(case, size):
    """With options torch never holds all logits: the same result, and the same warning where they have no effect."""
    input, weight, target, options = case
    if 0 in weight.shape:
        return  # torch's choice of a chunk divides by the number of features
    chunks = torch.nn.LinearCrossEntropyOptions(batch_chunk_size=size)
    # in float32 a sum over chunks and one over all rows differ by more than one rounding
    exact = {"rtol": 1e-11, "atol": 1e-10, "float32": False}
    agree("linear_cross_entropy", input, weight, target, options=chunks, **options, **exact)


@cases
@given(classified(most=1), st.sampled_from([1, 2]), st.floats(-10, 100, width=32))
def test_multi_margin_loss(case, p, margin):
    scores, target, options = case
    if 0 in scores.shape:
        options["reduction"] = "none"  # torch returns uninitialised memory for the others
    agree("multi_margin_loss", scores, np.maximum(target, 0, out=target), p=p, margin=margin, **options)


def adaptive(cutoffs, classes, features, field, bias):
    """NumPy's and torch's function of input, target and all the weights, for one field of the result."""

    def by_numpy(input, target, *weights):
        head, *tail = weights[bias:]
        pairs = list(zip(tail[::2], tail[1::2], strict=True))
        function = load("adaptive_log_softmax_with_loss")
        return function(input, target, cutoffs, head, pairs, weights[0] if bias else None)[field]

    def by_torch(input, target, *weights):
        module = torch.nn.AdaptiveLogSoftmaxWithLoss(
            features, classes, cutoffs, div_value=2.0, head_bias=bias, dtype=weights[0].dtype
        )
        for parameter, weight in zip(
            sorted(module.parameters(), key=lambda p: p is not module.head.bias), weights, strict=True
        ):
            parameter.data = weight
        with torch.no_grad():
            return module(input, target)[field]

    return by_numpy, by_torch


def weights_of(cutoffs, classes, features, bias):
    """Arrays of the shapes of the module's parameters, the head's bias first."""
    rng = np.random.default_rng(0)
    edges, head = [*cutoffs, classes], cutoffs[0] + len(cutoffs)
    shapes = [(head,)] * bias + [(head, features)]
    for i, (start, stop) in enumerate(zip(edges, edges[1:], strict=False)):
        hidden = features // 2 ** (i + 1)
        shapes += [(hidden, features), (stop - start, hidden)]
    return [rng.normal(size=shape) * 3 for shape in shapes]


@cases
@given(st.data(), st.booleans(), st.sampled_from([0, 1]), st.sampled_from([[1], [2, 3], [3, 5, 6], [2, 6]]))
def test_adaptive_log_softmax_with_loss(data, bias, field, cutoffs):
    rows = data.draw(st.sampled_from([(), (0,), (1,), (4,)]))
    input = data.draw(numbers((*rows, 8), -10, 10))
    target = data.draw(hnp.arrays(np.int64, rows, elements=st.integers(0, 8)))
    ours, theirs = adaptive(cutoffs, 9, 8, field, bias)
    weights = weights_of(cutoffs, 9, 8, bias)
    agree(ours, input, target, *weights, reference=theirs, rtol=1e-11, atol=1e-11)  # products cancel


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("value", EXTREMES)
def test_extremes(value, reduction):
    rows = np.array([[0.0, 1.0, value], [value, value, value], [value, 0.0, 0.0]])
    for target in np.array([[0, 1, 2], [2, -100, 0], [1, -100, 2], [-100, -100, -100]]):
        for weight in None, np.array([0.0, 1.0, 2.0]), np.zeros(3):
            options = {"weight": weight, "reduction": reduction}
            agree("nll_loss", rows, target, **options)
            agree("multi_margin_loss", rows, abs(target) % 3, **options)
            for smoothing in 0.0, 0.1, 1.0:
                options["label_smoothing"] = smoothing
                agree("cross_entropy", rows, target, **options)
                agree("cross_entropy", rows, np.eye(3)[target % 3], **options)
                bias = np.array([0.0, value, 0.0])
                agree("linear_cross_entropy", np.eye(3), np.eye(3), target, linear_bias=bias, **options)


@pytest.mark.parametrize("field", [0, 1])
@pytest.mark.parametrize("value", EXTREMES)
def test_adaptive_extremes(value, field):
    ours, theirs = adaptive([2, 4], 7, 4, field, False)
    weights = weights_of([2, 4], 7, 4, False)
    input = np.array([[value, 0.0, 1.0, 0.0], [1.0, 2.0, 3.0, 4.0], [0.0, value, value, 1.0]])
    for target in np.array([[0, 2, 6], [6, 0, 1], [3, 1, 3]]):
        agree(ours, input, target, *weights, reference=theirs)


def test_no_classes():
    """Without any class every class index is out of range, and probabilities sum to nothing."""
    for reduction in REDUCTIONS:
        for shape in (0,), (3, 0), (0, 0):
            agree("cross_entropy", np.zeros(shape), np.zeros(shape), reduction=reduction, label_smoothing=0.1)
        agree("cross_entropy", np.zeros((3, 0)), np.zeros(3, int), reduction=reduction)


X, Y, P = np.zeros((3, 4)), np.array([0, 1, 2]), np.full((3, 4), 0.25)
WRONG = [
    ((X, Y), {"reduction": "average"}),
    ((X, Y), {"reduction": None}),
    ((X, Y[:2]), {}),
    ((X, np.array(0)), {}),
    ((X, Y[:, None]), {}),
    ((X, Y[None]), {}),
    ((X, X.astype(int)), {}),
    ((X[0], Y), {}),
    ((X[0], Y[:1]), {}),
    ((X[0], Y[:1, None]), {}),
    ((np.zeros(()), np.array(0)), {}),
    ((np.zeros((3, 4, 2)), Y), {}),
    ((np.zeros((3, 4, 2)), np.zeros((2, 3), int)), {}),
    ((np.zeros((3, 4, 2)), np.zeros((3, 3), int)), {}),
    ((np.zeros((3, 4, 2, 2)), np.zeros((3, 2), int)), {}),
    ((X, np.array([0, 1, 4])), {}),
    ((X, np.array([0, -1, 1])), {}),
    ((X[0], np.array(4)), {}),
    ((X, Y.astype(float)), {}),
    ((X, Y.astype(np.int32)), {}),
    ((X, Y.astype(bool)), {}),
    ((X, Y.astype(np.uint8)), {}),
    ((X.astype(int), Y), {}),
    ((X, Y), {"weight": np.ones(3)}),
    ((X, Y), {"weight": np.ones((1, 4))}),
    ((X, Y), {"weight": np.ones(4, int)}),
]
INDEXED = [((X, Y), {"ignore_index": value}) for value in (0, 2.0, None, "0", True, 7)]
SMOOTHED = [((X, Y), {"label_smoothing": value}) for value in (1.1, np.inf, np.nan, -1, "0.1", None, True)]
SOFT = [
    ((X, P), {"ignore_index": 0}),
    ((X, P), {"ignore_index": -1}),
    ((X, P.astype(int)), {}),
    ((X.astype(int), P), {}),
    ((X, P), {"weight": np.ones(3)}),
    ((X, P), {"weight": np.ones(4, int)}),
    ((X, P), {"label_smoothing": 1.1}),
    ((X, P[:2]), {}),
    ((X, P[:, :2]), {}),
]


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("arguments, options", WRONG + INDEXED + SMOOTHED + SOFT)
def test_cross_entropy_refuses(arguments, options, smoothing):
    agree("cross_entropy", *arguments, **{"label_smoothing": smoothing, **options})


@pytest.mark.parametrize("arguments, options", WRONG + INDEXED)
def test_nll_loss_refuses(arguments, options):
    agree("nll_loss", *arguments, **options)


MARGIN = [((X, Y), {"p": value}) for value in (3, 0, "1", 1.5, True, 2.0)]
MARGIN += [((X, Y), {"margin": value}) for value in ("1", None, True, 2, np.nan, np.inf)]
MARGIN += [
    ((X[:, :0], Y), {}),
    ((X[0, :0], np.array(0)), {}),
    ((np.zeros(()), np.array(0)), {}),
    ((X[:1], np.array(0)), {}),
]


@pytest.mark.parametrize("arguments, options", WRONG + MARGIN)
def test_multi_margin_loss_refuses(arguments, options):
    agree("multi_margin_loss", *arguments, **options)


W = np.ones((4, 2))
LINEAR = [((np.ones((*x.shape[:1], 2)), W, y), o) for (x, y), o in WRONG + INDEXED + SMOOTHED + SOFT if x.ndim == 2]
LINEAR += [
    ((np.ones(()), W, Y), {}),
    ((np.ones((3, 1, 2)), W, Y), {}),
    ((np.ones((3, 3)), W, Y), {}),
    ((np.ones((3, 2)), W[0], Y), {}),
    ((np.ones(2), W, Y), {}),
    ((np.ones(2), W, Y[:1]), {}),
    ((np.ones(2), np.ones((4, 3, 2)), Y), {}),
    ((np.ones((3, 2)), W, Y), {"linear_bias": np.ones(3)}),
    ((np.ones((3, 2)), W, Y), {"linear_bias": np.ones((4, 1))}),
    ((np.ones((3, 2)), W, Y), {"linear_bias": np.ones(4, int)}),
    ((np.ones((3, 2), int), W, Y), {}),
    ((np.ones((3, 2), int), W.astype(int), Y), {}),
]


@pytest.mark.parametrize("arguments, options", LINEAR)
def test_linear_cross_entropy_refuses(arguments, options):
    agree("linear_cross_entropy", *arguments, **options)


@pytest.mark.parametrize("name", ["cross_entropy", "nll_loss", "multi_margin_loss"])
def test_weight_of_another_dtype(name):
    """`agree` gives all floats one dtype, so this is apart."""
    function = getattr(torch.nn.functional, name)
    with pytest.raises(RuntimeError):
        function(torch.zeros(3, 4), torch.zeros(3, dtype=torch.int64), weight=torch.ones(4, dtype=torch.float64))
    with pytest.raises(RuntimeError):
        load(name)(np.zeros((3, 4), np.float32), np.zeros(3, int), weight=np.ones(4))


@pytest.mark.parametrize("cutoffs", [[], [0], [-1, 2], [2, 2], [4, 2], [9], [2, 9], [2.5]])
def test_adaptive_refuses_cutoffs(cutoffs):
    edges = [*cutoffs, 9]
    pairs = [(np.ones((1, 8)), np.ones((max(0, int(b - a)), 1))) for a, b in zip(edges, edges[1:], strict=False)]
    with pytest.raises(ValueError):
        torch.nn.AdaptiveLogSoftmaxWithLoss(8, 9, cutoffs)
    with pytest.raises(ValueError):
        load("adaptive_log_softmax_with_loss")(np.ones((1, 8)), np.zeros(1, int), cutoffs, np.ones((3, 8)), pairs)


ROWS = np.ones((3, 8))
REFUSED = [
    (ROWS, np.array([0, 1])),
    (ROWS, np.array([0, 1, 9])),
    (ROWS, np.array([0, 1, -1])),
    (ROWS, np.array([0, -100, 1])),
    (ROWS, np.array(0)),
    (ROWS[0], np.array([0])),
    (ROWS, np.zeros((3, 1), int)),
    (ROWS[:, :7], Y),
    (np.ones(()), np.array(0)),
    (ROWS, Y.astype(float)),
    (ROWS, Y.astype(bool)),
    (ROWS, Y.astype(np.uint8)),
    (ROWS, Y.astype(np.int32)),
    (ROWS.astype(int), Y),
]


@pytest.mark.parametrize("input, target", REFUSED)
def test_adaptive_refuses(input, target):
    ours, theirs = adaptive([2, 5], 9, 8, 1, False)
    agree(ours, input, target, *weights_of([2, 5], 9, 8, False), reference=theirs)


NEGATIVE = np.array([1.0, -1.0, 1.0])


@pytest.mark.parametrize("name", ["cross_entropy", "nll_loss"])
@pytest.mark.parametrize("reduction", REDUCTIONS)
def test_weights_that_cancel_and_shapes_and_bytes_in_more_dimensions(name, reduction):
    scores, deep = np.array([[2.0, 1.0, 0.0], [0.0, 1.0, 2.0]]), np.zeros((2, 3, 1))
    agree(name, scores, np.array([0, 1]), weight=NEGATIVE, reduction=reduction)
    agree(name, deep, np.array([[0], [1]]), weight=np.array([[1.0, 2.0, 3.0]]), reduction=reduction)
    agree(name, scores, np.array([0, 1], np.uint8), reduction=reduction)
    agree(name, deep, np.array([[0], [1]], np.uint8), reduction=reduction)
    agree(name, scores[0], np.array(1, np.uint8), reduction=reduction)
