"""The NumPy regression losses agree with torch's over all their parameters, and at the extremes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.support.numpy_losses import INF, NAN, REDUCTIONS, agree, cases, numbers, reductions
from tools.maintenance.fuzz.calls import load

NAMES = ["mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss"]
WEIGHTED = ["mse_loss", "l1_loss", "huber_loss"]


@st.composite
def pairs(draw, weighted=True):
    """An input, a target of its shape or at times one that broadcasts with it, and a weight of its shape or none."""
    shapes = hnp.mutually_broadcastable_shapes(num_shapes=2, min_side=0, max_side=4, max_dims=3)
    shape, other = draw(shapes).input_shapes
    if draw(st.integers(0, 3)):
        other = shape
    weight = draw(st.none() | numbers(shape, 0, 10)) if weighted else None
    return draw(numbers(shape, -1e3, 1e3)), draw(numbers(other, -1e3, 1e3)), weight


@pytest.mark.parametrize("name", ["mse_loss", "l1_loss"])
@cases
@given(pairs(), reductions)
def test_mse_and_l1_loss(name, pair, reduction):
    input, target, weight = pair
    agree(name, input, target, reduction=reduction, weight=weight)


@cases
@given(pairs(weighted=False), reductions, st.just(0) | st.floats(0.01, 1e4) | st.sampled_from([1, 1e-320, INF]))
def test_smooth_l1_loss(pair, reduction, beta):
    input, target, _ = pair
    agree("smooth_l1_loss", input, target, reduction=reduction, beta=beta)


@cases
@given(pairs(), reductions, st.floats(0.01, 1e4) | st.sampled_from([1, 1e-320, INF]))
def test_huber_loss(pair, reduction, delta):
    input, target, weight = pair
    agree("huber_loss", input, target, reduction=reduction, delta=delta, weight=weight)


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("name", NAMES)
def test_extremes(name, reduction):
    for value in 1e4, -1e4, 1e30, INF, -INF, NAN, 1.5e154, 1e308, 1e-170, -0.0:
        finite_in_float32 = not 1e38 < abs(value) < INF
        for target in 0.0, value, -value:
            pair = np.array([0.0, value]), np.array([target, 0.0])
            agree(name, *pair, reduction=reduction, float32=finite_in_float32)
    for shape in (), (1,), (0,), (0, 3), (2, 0):
        agree(name, np.ones(shape), np.zeros(shape), reduction=reduction)


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("name", WEIGHTED)
def test_extreme_weights(name, reduction):
    for weight in [0.0, 0.0], [1.0, -1.0], [-2.0, 1.0], [INF, 0.0], [NAN, 1.0], [0.0, 1e30], [1e300, 1e300]:
        for error in [3.0, 0.5], [INF, 1.0], [0.0, 0.0]:
            pair = np.array(error), np.zeros(2)
            agree(name, *pair, reduction=reduction, weight=np.array(weight), float32=1e300 not in weight)
    agree(name, np.ones((0, 3)), np.zeros((0, 3)), reduction=reduction, weight=np.ones((0, 3)))
    agree(name, np.array(2.0), np.array(0.5), reduction=reduction, weight=np.array(3.0))


@pytest.mark.parametrize("name", NAMES)
def test_refuses(name):
    three, two, grid = np.ones(3), np.ones(2), np.ones((2, 3))
    agree(name, three, two)
    agree(name, grid, two)
    agree(name, three, three, reduction="average")
    agree(name, three, three, reduction=None)
    agree(name, three, two, reduction="average")  # the shapes come first


@pytest.mark.parametrize("name", WEIGHTED)
def test_refuses_weight(name):
    three, grid = np.ones(3), np.ones((2, 3))
    for weight in np.ones(2), np.ones(1), np.ones(()), np.ones((1, 3)):
        agree(name, three, three, weight=weight)
    agree(name, three, three, weight=np.ones(2), reduction="average")
    agree(name, three, three, weight=three, reduction="average")
    agree(name, three, grid, weight=grid)  # input's shape counts


@pytest.mark.parametrize("threshold", [0.3, 1, 7.5])
def test_around_the_threshold(threshold):
    error = threshold * np.linspace(-2, 2, 81)  # both sides of it, and the threshold itself
    agree("huber_loss", error, np.zeros(81), delta=threshold, reduction="none")
    agree("smooth_l1_loss", error, np.zeros(81), beta=threshold, reduction="none")


@pytest.mark.parametrize("value", [0, 0.0, -1, -0.5, NAN, -INF, None, "1"])
def test_refuses_threshold(value):
    agree("huber_loss", np.ones(3), np.zeros(3), delta=value)
    agree("smooth_l1_loss", np.ones(3), np.zeros(3), beta=value)


DTYPES = [np.array([1.0, 0.0]), np.array([1, 0]), np.array([True, False]), np.array([1j, 0.0])]


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("name", NAMES)
def test_dtypes(name, reduction):
    for input in DTYPES:
        for target in DTYPES:
            agree(name, input, target, reduction=reduction)
            if name == "smooth_l1_loss":
                agree(name, input, target, reduction=reduction, beta=0)
            elif name != "mse_loss" or "c" not in input.dtype.kind + target.dtype.kind:  # whose square would be complex
                agree(name, input, target, reduction=reduction, weight=np.array([2.0, 0.5]))


@pytest.mark.parametrize("name", NAMES)
def test_warns_where_it_is_called(name):
    with pytest.warns(UserWarning, match="broadcast") as caught:
        load(name)(np.ones((3, 1)), np.ones(3))
    assert caught[0].filename == __file__


def test_huber_loss_has_the_dtype_of_its_input():
    single, double = np.array([1.5, 2.0], np.float32), np.array([1e300, 0.1])
    assert load("huber_loss")(single, double, reduction="none").dtype == np.float32
    assert load("huber_loss")(single, np.array([3, 0])).dtype == np.float32
    assert load("huber_loss")(double, single).dtype == np.float64


MIXED = [
    ("mse_loss", np.array([1e30, 2.0]), np.array([0, 1])),
    ("l1_loss", np.array([3, 2]), np.array([1e30, 0.5])),
    ("smooth_l1_loss", np.array([1e30, 2.0]), np.array([0, 1])),
    ("poisson_nll_loss", np.array([100, 3]), np.array([2.0, 1.0])),
    ("poisson_nll_loss", np.array([3e38, 1.0]), np.array([10, 2])),
    ("gaussian_nll_loss", np.array([1e20, 1.0]), np.array([0, 2]), np.array([1.0, 0.5])),
    ("margin_ranking_loss", np.array([-3e38, 1.0]), np.array([0.0, 2.0]), np.array([1, -1])),
    ("triplet_margin_loss", np.array([[1e20, 0.0]]), np.array([[0, 0]]), np.array([[0, 1]])),
]


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("call", MIXED, ids=lambda call: call[0])
def test_integers_beside_floats_become_floats_of_their_dtype(call, reduction):
    agree(*call, reduction=reduction)
