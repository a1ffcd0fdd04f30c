"""The NumPy losses of distributions and sequences agree with torch's on generated inputs, over all their parameters."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.support.numpy_losses import REDUCTIONS, agree, cases, numbers, reductions
from tools.maintenance.fuzz.calls import load

SHAPES = hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)
EXTREMES = np.array([0.0, -0.0, 1.0, -1.0, 2.0, 1e4, -1e4, np.inf, -np.inf, np.nan])
GRID = EXTREMES[:, None], EXTREMES[None]  # every pair of them


@st.composite
def pairs(draw, low, high, target_low, target_high):
    """An input and a target, of one shape or of shapes that broadcast."""
    shape = draw(SHAPES)
    target_shape = draw(st.sampled_from([shape, shape[1:], (1,) * len(shape), (2, *shape)]))
    input, target = draw(numbers(shape, low, high)), draw(numbers(target_shape, target_low, target_high))
    return (input, target) if draw(st.booleans()) else (np.broadcast_to(input, shape), target)


def rounding(*terms):
    """The absolute error that a sum of such terms may have where they cancel."""
    return 1e-15 * (1 + sum(np.abs(term).sum() for term in terms))


# kl_div


@cases
@given(pairs(-50, 0, 0, 1), st.sampled_from(["none", "batchmean", "mean", "sum"]), st.booleans())
def test_kl_div(pair, reduction, log_target):
    input, target = pair
    if log_target:
        target = np.asarray(np.log(np.maximum(target, 1e-26)))
    # target and prediction cancel where they are nearly equal
    atol = 40 * rounding(np.ones(np.broadcast_shapes(input.shape, target.shape)), input, target)
    agree("kl_div", input, target, reduction=reduction, log_target=log_target, atol=atol)


@pytest.mark.parametrize("log_target", [False, True])
@pytest.mark.parametrize("reduction", ["none", "batchmean", "sum"])
def test_kl_div_at_extremes(reduction, log_target):
    agree("kl_div", *GRID, reduction=reduction, log_target=log_target)
    agree("kl_div", np.array([0.0, -np.inf]), np.array([1.0, 0.0]), reduction=reduction, log_target=log_target)


@pytest.mark.parametrize("shape", [(0,), (0, 3), (3, 0), ()])
@pytest.mark.parametrize("reduction", ["none", "batchmean", "mean", "sum"])
def test_kl_div_of_empty_batches_and_scalars(shape, reduction):
    agree("kl_div", np.zeros(shape), np.ones(shape), reduction=reduction)


def test_kl_div_is_quiet_but_for_the_mean():
    agree("kl_div", np.array([-1.0, 0.0]), np.array([0.0, 1.0]))
    with pytest.warns(UserWarning, match="batchmean"):
        load("kl_div")(np.zeros(2), np.ones(2))


@pytest.mark.parametrize("log_target", [False, True])
@pytest.mark.parametrize(
    "input, target, options",
    [
        (np.zeros(3), np.zeros(2), {}),
        (np.zeros((2, 3)), np.zeros(2), {"reduction": "batchmean"}),
        (np.zeros(3), np.zeros(3), {"reduction": "average"}),
        (np.zeros(3), np.zeros(3), {"reduction": None}),
        (np.zeros(3, int), np.zeros(3), {}),
        (np.zeros(3), np.zeros(3, int), {}),
        (np.zeros(3), np.zeros(3, bool), {}),
        (np.zeros(3, complex), np.zeros(3), {}),
    ],
)
def test_kl_div_refuses(input, target, options, log_target):
    agree("kl_div", input, target, log_target=log_target, **options)


# poisson_nll_loss


@cases
@given(pairs(-10, 10, 0, 50), reductions, st.booleans(), st.booleans(), st.sampled_from([1e-8, 0.0, 1.0, 1e-3]))
def test_poisson_nll_loss(pair, reduction, log_input, full, eps):
    input, target = pair
    if not log_input:
        input = np.asarray(np.abs(input))
    size = np.ones(np.broadcast_shapes(input.shape, target.shape))
    atol = 20 * rounding(50 * 20 * size)  # exp(input) and target * input cancel
    options = {"log_input": log_input, "full": full, "eps": eps, "reduction": reduction}
    # eps = 1e-8 vanishes beside a rate in float32, and -target * log(rate + eps) may be 0 * -inf
    agree("poisson_nll_loss", input, target, **options, atol=atol)


@pytest.mark.parametrize("log_input", [False, True])
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("reduction", REDUCTIONS)
def test_poisson_nll_loss_at_extremes(reduction, full, log_input):
    options = {"reduction": reduction, "full": full, "log_input": log_input}
    agree("poisson_nll_loss", *GRID, **options)
    agree("poisson_nll_loss", *(np.broadcast_to(values, (10, 10)) for values in GRID), **options)
    agree("poisson_nll_loss", np.zeros((0, 3)), np.zeros((0, 3)), **options)


@pytest.mark.parametrize("log_input", [False, True])
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("dtype", [np.int64, np.int32, np.uint8, np.int8])
def test_poisson_nll_loss_of_integer_counts(dtype, full, log_input):
    counts, options = np.array([0, 1, 2, 100], dtype), {"full": full, "log_input": log_input, "reduction": "none"}
    # torch computes the log of an integer tensor in float32
    agree("poisson_nll_loss", np.array([0.5, 1.0, 2.0, 3.0]), counts, **options, rtol=1e-6)
    agree("poisson_nll_loss", np.array([1, 2, 3, 4]), counts, **options, rtol=1e-6)


FLAGS = [{"full": full, "log_input": log_input} for full in (False, True) for log_input in (False, True)]


@pytest.mark.parametrize("flags", FLAGS)
@pytest.mark.parametrize("input, target", [(bool, bool), (bool, float), (float, bool)])
def test_poisson_nll_loss_of_booleans(input, target, flags):
    agree("poisson_nll_loss", np.ones(3, input), np.ones(3, target), **flags, rtol=1e-6)


@pytest.mark.parametrize(
    "input, target, options",
    [
        (np.zeros(3), np.zeros(2), {}),
        (np.zeros((2, 3)), np.zeros(2), {"full": True}),
        (np.zeros(3), np.zeros(3), {"reduction": "batchmean"}),
        (np.zeros(3), np.zeros(3), {"reduction": None}),
        (np.zeros(3), np.zeros(3), {"eps": None, "log_input": False}),
    ],
)
def test_poisson_nll_loss_refuses(input, target, options):
    agree("poisson_nll_loss", input, target, **options)


# gaussian_nll_loss


@st.composite
def normals(draw):
    """An input, a target of its shape or one that broadcasts, and a variance in one of the shapes that are allowed."""
    shape = draw(SHAPES)
    target_shape = draw(st.sampled_from([shape, shape[1:], (1,) * len(shape)]))
    var = draw(st.floats(0, 100, width=32)) if draw(st.booleans()) else None
    if var is None:
        ones = [(*shape[:k], 1, *shape[k + 1 :]) for k in range(len(shape))]
        var = draw(numbers(draw(st.sampled_from([shape, shape[:-1], *ones])), 0, 100))
    return draw(numbers(shape, -100, 100)), draw(numbers(target_shape, -100, 100)), var


@cases
@given(normals(), reductions, st.booleans(), st.sampled_from([1e-6, 0.5, 0.0, 1e-12, 2]))
def test_gaussian_nll_loss(normal, reduction, full, eps):
    input, target, var = normal
    # log(var) and the squared error cancel
    atol = rounding(30 * np.ones(np.broadcast_shapes(input.shape, target.shape)))
    agree("gaussian_nll_loss", input, target, var, full=full, eps=eps, reduction=reduction, atol=atol)


SIZES = [(), (1,), (2,), (3,), (0,), (1, 1), (1, 3), (2, 1), (2, 3), (3, 2), (0, 1), (0, 3), (2, 0), (1, 2, 3)]


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (1, 3), (3, 1), (1, 1), (0, 3), (2, 2)])
def test_gaussian_nll_loss_takes_and_refuses_the_same_shapes_of_var(shape):
    for size in SIZES:
        for target in {shape, (3,)}:
            agree("gaussian_nll_loss", np.zeros(shape), np.ones(target), np.full(size, 2.0), reduction="none")


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("var", [0.0, 1e-30, 1e30, np.inf, np.nan])
def test_gaussian_nll_loss_at_extremes(var, reduction):
    for full in False, True:
        for eps in 1e-6, 0.0, -1.0, np.nan, np.inf:
            options = {"reduction": reduction, "full": full, "eps": eps}
            grid = [np.broadcast_to(values, (10, 10)) for values in GRID]
            agree("gaussian_nll_loss", *grid, var, **options)
            agree("gaussian_nll_loss", *grid, np.full((10, 10), var), **options)
    agree("gaussian_nll_loss", np.zeros((0, 3)), np.zeros((0, 3)), var, reduction=reduction)


@pytest.mark.parametrize(
    "input, target, var, options",
    [
        (np.zeros(3), np.zeros(3), -1.0, {}),
        (np.zeros(3), np.zeros(3), np.array([1.0, -1.0, 1.0]), {}),
        (np.zeros(3), np.zeros(3), np.array([np.nan, -np.inf, 1.0]), {}),
        (np.zeros(3), np.zeros(3), 1, {}),
        (np.zeros(3), np.zeros(3), True, {}),
        (np.zeros(3), np.zeros(3), None, {}),
        (np.zeros(3), np.zeros(3), [1.0, 1.0, 1.0], {}),
        (np.zeros(3), np.zeros(3), np.float32(1.0), {}),
        (np.zeros(3), np.zeros(3), np.float64(1.0), {}),
        (np.zeros(3), np.zeros(3), np.ones(3, int), {}),
        (np.zeros(3), np.zeros(3), np.ones(3, bool), {}),
        (np.zeros(3, bool), np.zeros(3), np.ones(3), {}),
        (np.zeros(3, bool), np.zeros(3, bool), np.ones(3), {}),
        (np.zeros(3, int), np.ones(3, int), np.ones(3), {}),
        (np.zeros(3, int), np.ones(3, int), 1.0, {}),
        (np.zeros(3), np.zeros(2), np.ones(3), {}),
        (np.zeros(3), np.zeros(3), np.ones(3), {"reduction": "batchmean"}),
        (np.zeros(3), np.zeros(3), np.ones(3), {"reduction": None}),
    ],
)
def test_gaussian_nll_loss_of_other_types_and_wrong_arguments(input, target, var, options):
    agree("gaussian_nll_loss", input, target, var, **options)


# ctc_loss


@st.composite
def sequences(draw):
    """The first four arguments of ctc_loss, in every form that it takes, and a blank."""
    T, N, C = draw(st.integers(1, 6)), draw(st.integers(1, 4)), draw(st.integers(1, 5))
    batched = draw(st.booleans())
    N = N if batched else 1
    logits = draw(numbers((T, N, C), -20, 20))
    log_probs = logits - np.log(np.exp(logits).sum(2, keepdims=True)) if draw(st.booleans()) else logits
    input_lengths = draw(hnp.arrays(np.int64, N, elements=st.integers(0, T)))
    target_lengths = draw(hnp.arrays(np.int64, N, elements=st.integers(0, 4)))
    labels = st.integers(0, C - 1)
    if draw(st.booleans()):
        targets = draw(hnp.arrays(np.int64, int(target_lengths.sum()), elements=labels))
    else:
        targets = draw(hnp.arrays(np.int64, (N, int(target_lengths.max()) + draw(st.integers(0, 2))), elements=labels))
    kind = draw(st.sampled_from(["array", "array", "int32", "column", "list", "tuple"] + ["scalar"] * (N == 1)))
    change = {
        "array": np.asarray,
        "int32": lambda lengths: lengths.astype(np.int32),
        "column": lambda lengths: lengths[:, None],
        "list": np.ndarray.tolist,
        "tuple": lambda lengths: tuple(lengths.tolist()),
        "scalar": lambda lengths: lengths.reshape(()),
    }[kind]
    targets = targets.astype(draw(st.sampled_from([np.int64, np.int32, np.uint8, np.float64])))
    log_probs = log_probs if batched else log_probs[:, 0]
    return log_probs, targets, change(input_lengths), change(target_lengths), draw(labels)


@cases
@given(sequences(), reductions, st.booleans())
def test_ctc_loss(sequence, reduction, zero_infinity):
    *arguments, blank = sequence
    atol = rounding(arguments[0])  # where the losses of a batch cancel
    agree("ctc_loss", *arguments, blank=blank, reduction=reduction, zero_infinity=zero_infinity, atol=atol)


GENERATOR = np.random.default_rng(0)
LOG_PROBS = np.log(GENERATOR.dirichlet(np.ones(3), (4, 2)))  # (4, 2, 3)
TARGETS = np.array([[1, 2], [2, 2]])  # (2, 2)
FOUR, TWO = np.array([4, 4]), np.array([2, 2])


@pytest.mark.parametrize(
    "where", [np.s_[0], np.s_[1], np.s_[3], np.s_[:], np.s_[0, :, 2], np.s_[1, :, 2], np.s_[1, :, 0]]
)
@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan, 1e4, -1e4])
def test_ctc_loss_at_extremes(value, where):
    log_probs = LOG_PROBS.copy()
    log_probs[where] = value
    for input_lengths in [4, 4], [3, 1], [0, 2]:
        for target_lengths in [2, 2], [1, 0], [0, 0]:
            for zero_infinity in False, True:
                lengths = np.array(input_lengths), np.array(target_lengths)
                options = {"reduction": "none", "zero_infinity": zero_infinity}
                agree("ctc_loss", log_probs, TARGETS, *lengths, **options)


def test_ctc_loss_of_one_step_and_no_labels():
    for value in np.inf, -np.inf, np.nan, 0.5:
        agree("ctc_loss", np.full((1, 2, 3), value), TARGETS, FOUR // 4, TWO * 0, reduction="none")


def test_ctc_loss_of_long_sequences():
    log_probs = np.log(GENERATOR.dirichlet(np.ones(6), (300, 3)))
    targets = GENERATOR.integers(1, 6, (3, 140))
    agree("ctc_loss", log_probs, targets, np.array([300, 250, 280]), np.array([100, 5, 140], np.uint8))


def test_ctc_loss_does_not_read_padding():
    targets = np.array([[1, -1], [2, 99]])
    agree("ctc_loss", LOG_PROBS, targets, FOUR, np.array([1, 1]), reduction="none")


@pytest.mark.parametrize("label", [-1, 3])
def test_ctc_loss_refuses_class_indices_out_of_range(label):
    with pytest.raises(IndexError, match="expected 0 to 2"):  # torch reads beyond its memory
        load("ctc_loss")(LOG_PROBS, np.array([[1, label], [2, 2]]), FOUR, TWO)


@pytest.mark.parametrize(
    "change",
    [
        {"reduction": "average"},
        {"reduction": "batchmean"},
        {"reduction": None},
        {"blank": 3},
        {"blank": -1},
        {"blank": 1.0},
        {"blank": None},
        {"input_lengths": np.array([4, 5])},
        {"input_lengths": np.array([4, -1])},
        {"input_lengths": np.array([4])},
        {"input_lengths": np.array([4, 4, 4])},
        {"input_lengths": np.array([4.0, 4.0])},
        {"input_lengths": np.array([True, True])},
        {"input_lengths": [4, 4]},
        {"input_lengths": 4},
        {"target_lengths": np.array([2, 3])},
        {"target_lengths": np.array([2, -1])},
        {"target_lengths": np.array([2])},
        {"target_lengths": np.array([2.0, 2.0])},
        {"target_lengths": (2, 2)},
        {"input_lengths": [4.0, 4.0], "target_lengths": [2, 2]},
        {"input_lengths": [4, 4], "target_lengths": [2, 2, 2]},
        {"input_lengths": 4, "target_lengths": 2},
        {"targets": np.array([1, 2, 2])},
        {"targets": np.array([1, 2, 2, 1, 1])},
        {"targets": np.array([[1, 2]])},
        {"targets": np.array([[1, 2]] * 3)},
        {"targets": np.array([[1], [2]])},
        {"targets": np.array(1)},
        {"targets": TARGETS[None]},
        {"log_probs": LOG_PROBS[0]},
        {"log_probs": LOG_PROBS[0, 0]},
        {"log_probs": np.array(0.0)},
        {"log_probs": LOG_PROBS[None]},
        {"log_probs": np.zeros((4, 0, 3))},
        {"log_probs": np.zeros((0, 2, 3))},
        {"log_probs": np.zeros((4, 2, 0))},
        {"log_probs": np.zeros((4, 2, 3), int)},
        {"log_probs": np.zeros((4, 2, 3), bool)},
        {"log_probs": np.zeros((4, 2, 3), complex)},
    ],
)
def test_ctc_loss_refuses(change):
    arguments = {"log_probs": LOG_PROBS, "targets": TARGETS, "input_lengths": FOUR, "target_lengths": TWO, **change}
    agree("ctc_loss", **arguments)
