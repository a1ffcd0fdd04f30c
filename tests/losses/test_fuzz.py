"""The NumPy losses do what torch does for thousands of random calls, but for the differences that the pages list."""

import functools

import numpy as np
import pytest

from tools.maintenance.fuzz import differences
from tools.maintenance.fuzz.calls import FUNCTIONS, Call, load
from tools.maintenance.fuzz.draws import DRAWS
from tools.maintenance.fuzz.shrinking import shrunk

CALLS = 500  # of each function


@pytest.mark.parametrize("name", DRAWS)
def test_no_call_differs(name):
    functions = {name: load(name)}
    found = [
        differences.report(load(name), shrunk(load(name), call)) for _, call in differences.find(functions, 0, CALLS)
    ]
    assert found == []


ALIKE = ["kl_div", "multilabel_soft_margin_loss", "binary_cross_entropy_with_logits", "soft_margin_loss", "mse_loss"]
ALIKE += ["l1_loss", "smooth_l1_loss", "huber_loss", "hinge_embedding_loss", "poisson_nll_loss"]


@pytest.mark.parametrize("shape", [(70_000,), (70_000, 1), (1, 70_000)])
@pytest.mark.parametrize("name", ALIKE)
def test_neither_does_one_of_more_halves_than_a_half_can_count(name, shape):
    rng = np.random.default_rng(0)
    input, target = rng.normal(0, 1, shape).astype("float16"), rng.integers(0, 2, shape).astype("float16")
    reductions = ["none", "mean", "sum", *["batchmean"] * (name == "kl_div")]
    calls = [Call(name, [input, target], {"reduction": reduction}) for reduction in reductions]
    assert [differences.check(load(name), call) for call in calls] == [None] * len(calls)


def test_every_function_of_torch_is_drawn():
    files = {path.stem for path in FUNCTIONS.glob("*.py")}
    assert DRAWS.keys() == files - {"adaptive_log_softmax_with_loss"}


def of_mean(change):
    """l1_loss with its mean changed."""

    @functools.wraps(load("l1_loss"))
    def planted(input, target, reduction="mean", weight=None):
        result = load("l1_loss")(input, target, reduction, weight)
        return change(result, input) if reduction == "mean" else result

    return planted


FAULTS = {
    "divides by the rows": (of_mean(lambda result, x: result * (x.size / max(1, len(x)) if x.ndim else 1)), "value"),
    "is a double": (of_mean(lambda result, x: np.float64(result)), "dtype"),
    "has a dimension": (of_mean(lambda result, x: np.reshape(result, 1)), "shape"),
    "is never infinite": (
        of_mean(lambda result, x: np.where(np.isinf(result), 0, result).astype(result.dtype)),
        "not finite",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_and_shrunk(fault):
    planted, kind = FAULTS[fault]
    _, call = next(differences.find({"l1_loss": planted}, 0, CALLS))
    small = shrunk(planted, call)
    assert differences.check(planted, call) == differences.check(planted, small) == kind
    assert sum(array.size for array in small.arrays()) <= 4
    assert {"reduction", "weight"}.isdisjoint(small.options)
    assert "F.l1_loss(torch." in differences.report(planted, small)


def test_a_fault_of_an_exception_is_found():
    def mistaken(*arguments, **options):
        try:
            return load("mse_loss")(*arguments, **options)
        except RuntimeError as error:
            raise ValueError from error

    _, call = next(differences.find({"mse_loss": mistaken}, 0, CALLS))
    assert differences.check(mistaken, call) == "exception"


def half(*values):
    return np.array(values, np.float16)


strided = np.repeat(np.array([2, 1]), 2)[::2]
LISTED = {
    differences.of_array_without_dimensions: [
        Call("kl_div", [np.zeros(2, np.float32), np.array(0.5)], {"reduction": "none"})
    ],
    differences.of_unwritten_memory: [
        Call("multi_margin_loss", [np.zeros((0, 3), np.float16), np.zeros(0, np.int64)], {}),
        Call("multilabel_margin_loss", [np.zeros((0, 3), np.float16), np.zeros((0, 3), np.int64)], {}),
    ],
    differences.of_undecodable_message: [
        Call("cross_entropy", [np.zeros((1, 3)), np.array([156], np.uint8)], {"reduction": "none"}),
        Call("nll_loss", [np.zeros((1, 3)), np.array([156], np.uint8)], {"reduction": "none"}),
    ],
    differences.of_strided_labels: [
        Call("ctc_loss", [np.log([[[0.5, 0.2, 0.3]] * 2] * 3), strided, np.array([3, 3]), np.array([1, 1])], {})
    ],
    differences.of_unchecked_bias: [
        Call(
            "linear_cross_entropy",
            [np.zeros(2, np.float32), np.zeros((2, 2), np.float32), np.array(0)],
            {"linear_bias": np.repeat(np.zeros(2), 2)[::2]},
        )
    ],
    differences.of_cancellation: [
        Call("nll_loss", [half(0, 6e4, 6e4, -6e4)[:, None], np.zeros(4, np.int64)], {"reduction": "sum"})
    ],
}


def test_every_listed_difference_has_an_example():
    assert [*LISTED] == differences.LISTED


@pytest.mark.parametrize("covers", LISTED, ids=lambda covers: covers.__name__)
def test_a_listed_difference_is_one(covers):
    for call in LISTED[covers]:
        got, expected = differences.both(load(call.name), call)
        assert differences.difference(got, expected, call)
        assert [each for each in differences.LISTED if each(call, got, expected)] == [covers]
        assert differences.check(load(call.name), call) is None
