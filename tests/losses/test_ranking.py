"""The NumPy ranking and embedding losses agree with torch's over all their parameters, and at the extremes."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.support.numpy_losses import INF, NAN, REDUCTIONS, agree, cases, numbers, reductions

margins = st.floats(-10, 10, width=32) | st.integers(-2, 2)
positive_margins = st.floats(0.125, 10, width=32) | st.integers(1, 3)
TRIPLETS = ["triplet_margin_loss", "triplet_margin_with_distance_loss"]
ROUNDING = 1e-11  # where sums and differences of numbers up to 1e3 cancel


def signs(shape):
    """Targets 1 and -1 as integers or floats, at times a number that is neither."""
    return hnp.arrays(
        st.sampled_from([np.int64, np.float64]), shape, elements=st.sampled_from([1, -1, 1, -1, 1, -1, 0, 2])
    )


@st.composite
def shapes(draw, count, same_ndim=True):
    """`count` shapes that broadcast, mostly the same one."""
    strategy = hnp.mutually_broadcastable_shapes(num_shapes=count, min_side=0, max_side=4, max_dims=3)
    found = draw(strategy).input_shapes
    if draw(st.integers(0, 2)):
        return found[:1] * count
    ndim = max(map(len, found)) if same_ndim else 0
    return [(1,) * (ndim - len(shape)) + shape for shape in found]


@cases
@given(st.data(), margins, reductions)
def test_margin_ranking_loss(data, margin, reduction):
    *inputs, target = data.draw(shapes(3))
    arrays = [data.draw(numbers(shape, -1e3, 1e3)) for shape in inputs]
    agree("margin_ranking_loss", *arrays, data.draw(signs(target)), margin=margin, reduction=reduction)


@cases
@given(st.data(), margins, reductions)
def test_hinge_embedding_loss(data, margin, reduction):
    input, target = data.draw(shapes(2, same_ndim=False))
    arguments = data.draw(numbers(input, -1e3, 1e3)), data.draw(signs(target))
    agree("hinge_embedding_loss", *arguments, margin=margin, reduction=reduction, atol=ROUNDING)


@cases
@given(st.data(), st.integers(0, 4), margins, reductions)
def test_cosine_embedding_loss(data, dimensions, margin, reduction):
    batched = data.draw(st.booleans())
    *inputs, target = data.draw(
        hnp.mutually_broadcastable_shapes(num_shapes=3, base_shape=(4,), max_dims=1)
    ).input_shapes
    rows = [shape or (1,) for shape in inputs] if batched else [(), ()]
    arrays = [data.draw(numbers((*shape, dimensions))) for shape in rows]
    target = data.draw(signs((target or (1,)) if batched else ()))
    # a cosine near 1 or near the margin cancels
    agree("cosine_embedding_loss", *arrays, target, margin=margin, reduction=reduction, atol=1e-14)


@cases
@given(
    st.data(),
    positive_margins,
    st.sampled_from([0, 0.5, 1, 1.5, 2, 3, 4.5, -1, -2.5, INF, -INF]),
    st.sampled_from([1e-6, 0.0, 0.5, -1e-3]),
    st.booleans(),
    reductions,
)
def test_triplet_margin_loss(data, margin, p, eps, swap, reduction):
    arrays = [data.draw(numbers(shape, -10, 10)) for shape in data.draw(shapes(3))]
    options = {"margin": margin, "p": p, "eps": eps, "swap": swap, "reduction": reduction}
    agree("triplet_margin_loss", *arrays, **options, atol=ROUNDING)


DISTANCES = [  # work on arrays as on tensors
    None,
    lambda x, y: abs(x - y).sum(-1),
    lambda x, y: ((x - y) ** 2).sum(-1),
    lambda x, y: 1 - (x * y).sum(-1),
    lambda x, y: abs(x - y),
    lambda x, y: abs(x - y).sum(),
]


@cases
@given(st.data(), st.sampled_from(DISTANCES), positive_margins, st.booleans(), reductions)
def test_triplet_margin_with_distance_loss(data, distance, margin, swap, reduction):
    found = data.draw(shapes(3))
    if found[0] == () and distance in DISTANCES[1:4]:
        found = [(1,)] * 3  # a scalar has no last dimension in NumPy
    arrays = [data.draw(numbers(shape, -10, 10)) for shape in found]
    options = {"distance_function": distance, "margin": margin, "swap": swap, "reduction": reduction}
    agree("triplet_margin_with_distance_loss", *arrays, **options, atol=ROUNDING)


EXTREMES = [0.0, 1e-7, 1e4, -1e4, 1e20, 1e200, INF, -INF, NAN]


@pytest.mark.parametrize("value", EXTREMES)
def test_elementwise_extremes(value):
    input, target = np.array([value, value, 0.0, 1.0]), np.array([1.0, -1.0, 1.0, -1.0])
    single = abs(value) != 1e200
    for reduction, margin in itertools.product(REDUCTIONS, [0, 1.5, -1, INF, -INF, NAN]):
        options = {"margin": margin, "reduction": reduction, "float32": single}
        agree("hinge_embedding_loss", input, target, **options)
        agree("margin_ranking_loss", input, np.zeros(4), target, **options)
        agree("margin_ranking_loss", np.ones(4), input, target, **options)
        agree("hinge_embedding_loss", np.ones(4), np.array([value, 1.0, 0.0, -1.0]), **options)
        agree("margin_ranking_loss", np.ones(4), np.zeros(4), input, **options)


@pytest.mark.parametrize("value", EXTREMES)
def test_cosine_extremes(value):
    input = np.array([[value, 1.0], [value, 0.0], [value, value], [0.0, 0.0]])
    for reduction, margin, sign in itertools.product(REDUCTIONS, [0, 0.5, -INF, INF, NAN], [1.0, -1.0, 0.0, value]):
        options = {"margin": margin, "reduction": reduction, "float32": abs(value) != 1e200, "atol": 1e-15}
        for other in input, -input, input[:, ::-1].copy():
            agree("cosine_embedding_loss", input, other, np.full(4, sign), **options)


@pytest.mark.parametrize("value", EXTREMES)
def test_triplet_extremes(value):
    far, near = np.array([[value, 1.0], [1.0, 1.0]]), np.zeros((1, 2))
    triplets = [(far, near, near), (near, near, far), (far, far, near), (near, far, far), (far, -far, far)]
    for triplet, swap in itertools.product(triplets, [True, False]):
        options = {"swap": swap, "reduction": "none", "float32": abs(value) != 1e200, "atol": ROUNDING}
        agree("triplet_margin_with_distance_loss", *triplet, **options)
        for p in 0, 1, 2, 3, 0.5, -1, INF, -INF:
            agree("triplet_margin_loss", *triplet, p=p, **options)
    for margin, eps in itertools.product([1e-9, INF, NAN], [0, INF, NAN]):
        agree("triplet_margin_loss", far, near, near, margin=margin, eps=eps, float32=abs(value) != 1e200)


@pytest.mark.parametrize("reduction", REDUCTIONS)
def test_empty_and_unbatched(reduction):
    options = {"reduction": reduction}
    for shape in (), (0,), (0, 3), (3, 0), (0, 0), (4,), (1,):
        ones = np.ones(shape)
        agree("margin_ranking_loss", ones, ones, ones, **options)
        agree("hinge_embedding_loss", ones, ones, **options)
        agree("triplet_margin_with_distance_loss", ones, ones, ones, **options)
        for p in 0, 1, 2, -1, INF, -INF:  # some have no value for vectors without elements
            agree("triplet_margin_loss", ones, ones, np.full(shape, 2.0), p=p, **options)
        if shape:
            agree("cosine_embedding_loss", ones, ones, ones[..., 0] if shape[-1] else np.ones(shape[:-1]), **options)


@pytest.mark.parametrize("name, arguments", [("margin_ranking_loss", 3), ("hinge_embedding_loss", 2)])
def test_refuses_elementwise(name, arguments):
    for arrays in itertools.product(
        [np.ones(3), np.ones(2), np.ones(1), np.ones(()), np.ones((2, 3))], repeat=arguments
    ):
        for reduction in "none", "mean", "average":
            agree(name, *arrays, reduction=reduction)
    agree(name, *[np.ones(3)] * arguments, reduction=None)


def test_refuses_cosine():
    vectors = [np.ones(4), np.ones((3, 4)), np.ones((3, 5)), np.ones((2, 3, 4)), np.ones(())]
    targets = [np.ones(()), np.ones(1), np.ones(2), np.ones(3), np.ones((3, 1)), np.ones((2, 3))]
    for arrays in itertools.product(vectors, vectors, targets):
        agree("cosine_embedding_loss", *arrays)
    agree("cosine_embedding_loss", vectors[0], vectors[0], targets[0], reduction="average")
    agree("cosine_embedding_loss", vectors[0], vectors[0], targets[1], reduction="average")


@pytest.mark.parametrize("name", TRIPLETS)
def test_refuses_triplet(name):
    vectors = [np.ones((3, 4)), np.ones((2, 4)), np.ones((1, 4)), np.ones(4), np.ones((3, 5)), np.ones((3, 1))]
    for arrays in itertools.product(vectors, repeat=3):
        for swap in True, False:
            agree(name, *arrays, swap=swap)
    for options in (
        {"reduction": "average"},
        {"reduction": None},
        *({"margin": m} for m in (0, 0.0, -1, -INF, None, "1")),
    ):
        agree(name, *vectors[:1] * 3, **options)
        agree(name, *vectors[2:5], **options)
    agree(name, *vectors[:1] * 3, reduction="average", margin=0)
    for swap in 0, 1, None, "yes":
        agree(name, *vectors[:1] * 3, swap=swap)


@pytest.mark.parametrize("options", [{"p": None}, {"p": "2"}, {"eps": None}])
def test_refuses_p_and_eps(options):
    agree("triplet_margin_loss", *[np.ones((3, 4))] * 3, **options)


DTYPES = [np.array([[1.0, 2.0]]), np.array([[3, 1]]), np.array([[True, False]]), np.array([[1j, 0.0]])]


@pytest.mark.parametrize("reduction", REDUCTIONS)
def test_dtypes(reduction):
    options = {"reduction": reduction, "rtol": 1e-6, "atol": 1e-11}  # torch computes in float32 where all are integers
    for arrays in itertools.product(DTYPES, repeat=3):
        for margin in 0, 1.5:
            agree("margin_ranking_loss", *arrays, margin=margin, **options)
            agree("hinge_embedding_loss", *arrays[:2], margin=margin, **options)
            agree("cosine_embedding_loss", *arrays[:2], arrays[2][0, :1].real, margin=margin, **options)
        for name in TRIPLETS:
            agree(name, *arrays, swap=True, **options)
