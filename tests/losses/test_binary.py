"""The NumPy binary and multi-label losses agree with torch's over all their parameters, and at the extremes."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.support.numpy_losses import EXTREMES, REDUCTIONS, agree, cases, numbers, reductions
from tools.maintenance.fuzz.calls import load

SHAPES = hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)


def hard(shape, values=(0, 1)):
    return hnp.arrays(np.float64, shape, elements=st.sampled_from([float(value) for value in values]))


def integers(shape, low, high):
    return hnp.arrays(np.int64, shape, elements=st.integers(low, high))


@st.composite
def fitting(draw, shape):
    """A shape that broadcasts to `shape`."""
    skipped = draw(st.integers(0, len(shape)))
    return tuple(draw(st.sampled_from([1, side])) for side in shape[skipped:])


@st.composite
def weights(draw, shape):
    """A weight that broadcasts to `shape`, or none; some are integers."""
    fit = draw(fitting(shape))
    return draw(st.none() | numbers(fit, 0, 10) | integers(fit, 0, 3))


@st.composite
def logits_and_targets(draw):
    """Logits, a target of their shape, soft or hard, a weight and a pos_weight."""
    shape = draw(SHAPES)
    target = draw(hard(shape) | numbers(shape, 0, 1))
    pos_weight = draw(st.none() | numbers(draw(fitting(shape)), 0, 10))
    return draw(numbers(shape)), target, draw(weights(shape)), pos_weight


@cases
@given(logits_and_targets(), reductions)
def test_binary_cross_entropy_with_logits(case, reduction):
    input, target, weight, pos_weight = case
    # z - (z - small) cancels, in torch too: at most the rounding of 100, times both weights
    options = {"weight": weight, "reduction": reduction, "pos_weight": pos_weight, "atol": 1e-12}
    agree("binary_cross_entropy_with_logits", input, target, **options)


def test_binary_cross_entropy_with_logits_takes_integer_pos_weights():
    input, target = np.array([[1.0, -2.0], [0.5, 3.0]]), np.array([[1.0, 0.0], [0.5, 1.0]])
    for pos_weight in np.array([3, 0]), np.array(2), np.array([0, 2], np.uint8):  # 0 - 1 is 255 in uint8
        agree("binary_cross_entropy_with_logits", input, target, pos_weight=pos_weight)


@cases
@given(hnp.arrays(np.float64, 3, elements=st.sampled_from([*EXTREMES, 0.0, 30.0, -30.0])), reductions, st.data())
def test_binary_cross_entropy_with_logits_at_extremes(input, reduction, data):
    target = data.draw(hard(3, [0, 0.5, 1, -1, 2, np.inf, np.nan]))
    factors = st.none() | hard(3, [0, -1, 2, np.inf, np.nan])
    options = {"weight": data.draw(factors), "pos_weight": data.draw(factors)}
    # the sum of terms of both signs cancels
    agree("binary_cross_entropy_with_logits", input, target, reduction=reduction, atol=1e-10, **options)


WRONG = {}  # arguments that torch refuses, and some that it takes though they look so
ONES, BITS = np.ones((2, 3)), np.ones((2, 3), np.int64)
WRONG["binary_cross_entropy_with_logits"] = [
    (ONES, np.ones(3), {}),
    (ONES, np.ones((3, 2)), {}),
    (ONES, np.ones((1, 3)), {}),
    (np.ones(3), np.ones((3, 1)), {}),
    (np.ones(3), np.array(1.0), {}),
    (ONES, ONES, {"reduction": "average"}),
    (ONES, ONES, {"reduction": None}),
    (ONES, BITS, {}),
    (ONES, BITS.astype(bool), {}),
    (ONES, BITS.astype(np.uint8), {}),
    (BITS, ONES, {}),
    (BITS, BITS, {}),
    (ONES.astype(bool), ONES, {}),
    (np.ones((0, 3)), np.ones((0, 3), np.int64), {}),
    (ONES, ONES, {"pos_weight": np.ones(3, bool)}),
    *(
        (ONES, ONES, {name: np.ones(shape)})
        for name in ("weight", "pos_weight")
        for shape in [(2,), (0,), (3, 2), (3, 1), (1, 2, 3), (4, 2, 3)]
    ),
    (np.ones((3, 1)), np.ones((3, 1)), {"weight": np.ones(4)}),
    (np.array(1.0), np.array(1.0), {"pos_weight": np.ones(1)}),
]


@st.composite
def probabilities_and_targets(draw):
    """Probabilities, the ends and very small ones included, a target of their shape, and a weight."""
    shape = draw(SHAPES)
    ends = hard(shape, [0, 1, 0.5, 1e-44, 1 - 2**-24])
    input = draw(numbers(shape, 0, 1) | ends)
    return input, draw(hard(shape) | numbers(shape, 0, 1)), draw(weights(shape))


@cases
@given(probabilities_and_targets(), reductions)
def test_binary_cross_entropy(case, reduction):
    input, target, weight = case
    agree("binary_cross_entropy", input, target, weight=weight, reduction=reduction)


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("target", [0.0, 0.25, 1.0])
@pytest.mark.parametrize("factor", [0.0, -2.0, np.inf, np.nan])
def test_binary_cross_entropy_at_extremes(factor, target, reduction):
    input = np.array([0.0, 5e-324, 1e-50, 1e-43, 1e-20, 0.5, 1 - 1e-16, 1.0, -0.0])
    weight = np.array([factor] * 8 + [1.0])
    for options in {"weight": weight}, {}:
        agree("binary_cross_entropy", input, np.full(9, target), reduction=reduction, **options)


TENTHS = ONES / 10
WRONG["binary_cross_entropy"] = [
    *((TENTHS, np.ones(shape), {}) for shape in [(3,), (3, 2), (1, 3), (1, 2, 3), ()]),
    (TENTHS, ONES, {"reduction": "average"}),
    (TENTHS, ONES, {"reduction": 1}),
    *((TENTHS, ONES.astype(dtype), {}) for dtype in [np.int64, bool, np.uint8, np.int32]),
    *((ONES.astype(dtype), ONES, {}) for dtype in [np.int64, bool]),
    *((ONES.astype(dtype), ONES.astype(dtype), {}) for dtype in [np.int64, bool]),
    (np.ones((0, 3), np.int64), np.ones((0, 3), np.int64), {}),
    *((np.array([0.5, value]), np.array([0.5, 1]), {}) for value in [1.5, 1.0001, -0.1, *EXTREMES]),
    *((np.array([0.5, 1]), np.array([0.5, value]), {}) for value in [2.0, -1.0, *EXTREMES]),
    *((TENTHS, ONES, {"weight": np.ones(shape)}) for shape in [(2,), (0,), (3, 2), (3, 1), (1, 2, 3), (4, 2, 3)]),
    (np.array(0.5), np.array(1.0), {"weight": np.ones(1)}),
]


def test_binary_cross_entropy_refuses_two_float_types():
    input, target = np.full(3, 0.5), np.ones(3, np.float32)  # not through `agree`, which makes them alike
    for function, wrap in (load("binary_cross_entropy"), np.asarray), (F.binary_cross_entropy, torch.from_numpy):
        with pytest.raises(RuntimeError):
            function(wrap(input), wrap(target))


@st.composite
def scores_and_signs(draw):
    """Scores and a target that broadcasts to them: signs, as numbers or as integers, or any numbers."""
    shape = draw(SHAPES)
    fit = draw(st.just(shape) | fitting(shape))
    signs = draw(hard(fit, [-1, 1]))
    types = [np.float64, np.int64, np.int8, bool]
    return draw(numbers(shape)), draw(numbers(fit, -3, 3) | st.sampled_from([signs.astype(type) for type in types]))


@cases
@given(scores_and_signs(), reductions)
def test_soft_margin_loss(case, reduction):
    agree("soft_margin_loss", *case, reduction=reduction)


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("target", [-1.0, 0.0, 1.0, 0.5, np.inf, np.nan])
def test_soft_margin_loss_at_extremes(target, reduction):
    for input in [*EXTREMES, 88.5, 89.0, 709.0, 710.0, 0.0]:
        agree("soft_margin_loss", np.array([0.5, input]), np.array([1, target]), reduction=reduction)
        # computed in the type of the input, whatever that of the target is
        agree("soft_margin_loss", np.array([0.5, input]), np.array([1, -1]), reduction=reduction)


WRONG["soft_margin_loss"] = [
    *((ONES, np.ones(shape), {}) for shape in [(2,), (0,), (3, 2), (3, 1), (1, 2, 3), (4, 2, 3)]),
    (np.ones(3), np.ones((2, 3)), {}),
    (np.ones(3), np.ones((3, 1)), {}),
    (np.array(1.0), np.ones(1), {}),
    (ONES, ONES, {"reduction": "average"}),
    (ONES, ONES, {"reduction": None}),
    *((ONES.astype(dtype), target, {}) for dtype in [np.int64, np.uint8, bool] for target in (ONES, BITS)),
]


@st.composite
def labels_by_class(draw):
    """Logits with classes last, a target, and a weight; one case in a few broadcasts in an unusual way."""
    shape = draw(SHAPES.filter(len))
    usual = numbers(shape, 0, 1) | hard(shape) | integers(shape, 0, 1)
    target = draw(usual | st.sampled_from([np.ones((2, *shape)), np.ones(shape[-1]), np.array(1.0)]))
    weight = draw(weights(shape) | st.just(np.ones((2, 1, *shape))))
    return draw(numbers(shape)), target, weight


@cases
@given(labels_by_class(), reductions)
def test_multilabel_soft_margin_loss(case, reduction):
    input, target, weight = case
    agree("multilabel_soft_margin_loss", input, target, weight=weight, reduction=reduction)


@cases
@given(hnp.arrays(np.float64, (2, 3), elements=st.sampled_from([*EXTREMES, 0.0, 30.0, -30.0])), reductions, st.data())
def test_multilabel_soft_margin_loss_at_extremes(input, reduction, data):
    target = data.draw(hard((2, 3), [0, 0.5, 1, -1, 2, np.inf, np.nan]))
    weight = data.draw(st.none() | hard(3, [0, -1, 2, np.inf, np.nan]))
    # the sum of terms of both signs cancels
    agree("multilabel_soft_margin_loss", input, target, weight=weight, reduction=reduction, atol=1e-10)


WRONG["multilabel_soft_margin_loss"] = [
    (ONES, ONES, {"reduction": "average"}),
    (ONES, ONES, {"reduction": None}),
    (ONES, ONES, {"reduction": 1}),
    (ONES, ONES.astype(bool), {}),
    *((ONES.astype(dtype), target, {}) for dtype in [np.int64, bool] for target in (ONES, BITS)),
    *((ONES, np.ones(shape), {}) for shape in [(2,), (0,), (3, 2)]),
    *((ONES, ONES, {"weight": np.ones(shape)}) for shape in [(2,), (0,), (3, 2)]),
    (np.array(1.0), np.array(1.0), {}),
    (np.array(1.0), np.array(1.0), {"weight": np.ones(3), "reduction": "average"}),
    (np.array(1.0), np.ones(3), {}),
]


@st.composite
def label_lists(draw):
    """Scores, and a target of class indices and -1 in any order, repetitions included."""
    shape = draw(hnp.array_shapes(min_dims=0, max_dims=2, min_side=1, max_side=6))
    return draw(numbers(shape, -3, 3)), draw(integers(shape, -1, shape[-1] - 1 if shape else 0))


@cases
@given(label_lists(), reductions)
def test_multilabel_margin_loss(case, reduction):
    agree("multilabel_margin_loss", *case, reduction=reduction)


@cases
@given(
    hnp.arrays(np.float64, (2, 4), elements=st.sampled_from([*EXTREMES, 0.0, 30.0])),
    integers((2, 4), -1, 3),
    reductions,
)
def test_multilabel_margin_loss_at_extremes(input, target, reduction):
    agree("multilabel_margin_loss", input, target, reduction=reduction)
    agree("multilabel_margin_loss", input[0], target[0], reduction=reduction)


def test_multilabel_margin_loss_of_no_rows():
    none = np.zeros((0, 4)), np.zeros((0, 4), np.int64)
    agree("multilabel_margin_loss", *none, reduction="none")
    # torch returns memory that it has not written, for the mean and for the sum
    assert np.isnan(load("multilabel_margin_loss")(*none)) and load("multilabel_margin_loss")(*none, "sum") == 0


LISTS = np.array([[0, -1, 1], [-1, 2, 2]])
WRONG["multilabel_margin_loss"] = [
    (ONES, LISTS, {"reduction": "average"}),
    (ONES, LISTS, {"reduction": None}),
    *((ONES, np.zeros(shape, np.int64), {}) for shape in [(3,), (2, 2), (3, 3), (2, 3, 1), (1, 2, 3), ()]),
    *((np.ones(3), np.zeros(shape, np.int64), {}) for shape in [(2,), (4,), (1, 3), (3, 1), ()]),
    *((np.ones(shape), np.zeros(shape, np.int64), {}) for shape in [(0,), (2, 0), (0, 0), (2, 2, 2), (0, 4, 2)]),
    *((np.ones(shape), np.zeros(4, np.int64), {}) for shape in [(1, 4), (0, 4), ()]),
    *((np.ones(shape), np.zeros((1, 1), np.int64), {}) for shape in [(), (1,)]),
    (np.ones((1, 1)), np.array(0), {}),
    (np.array(1.0), np.zeros(0, np.int64), {}),
    *(
        (np.ones(3), np.array(target), {})
        for target in [[3, -1, -1], [0, -1, 3], [-2, -1, -1], [0, -1, -2], [-100, 0, 0]]
    ),
    *((ONES, LISTS.astype(dtype), {}) for dtype in [np.int32, np.int8, float, bool]),
    *((ONES.astype(dtype), LISTS, {}) for dtype in [np.int64, np.int32, bool]),
    (BITS, LISTS + 5, {}),
    (BITS, ONES, {}),
]


def test_multilabel_margin_loss_takes_a_number_for_a_row_of_one():
    agree("multilabel_margin_loss", np.array(0.5), np.array([0]))
    agree("multilabel_margin_loss", np.array([0.5]), np.array(0))


@pytest.mark.parametrize("name, arguments", [(name, each) for name, wrong in WRONG.items() for each in wrong])
def test_refuses(name, arguments):
    input, target, options = arguments
    agree(name, input, target, **options)
