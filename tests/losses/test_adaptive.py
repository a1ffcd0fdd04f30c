"""The adaptive softmax in NumPy does what torch's module does, which has no function of which calls could be drawn."""

import itertools

import numpy as np
import pytest
import torch

from tools.maintenance.fuzz.calls import load

NEAR = {"float64": 1e-11, "float32": 1e-3}  # products cancel


def outcome(function, *arguments):
    """The fields that it returns, or the type of the exception that it raises."""
    try:
        return [np.asarray(each) for each in function(*arguments)]
    except Exception as error:
        return type(error)


def agree(input, target, cutoffs=(2, 6), bias=False):
    """Assert that both return or raise the same, of 8 features and 9 classes, with weights drawn at random."""
    dtype = torch.float32 if input.dtype == np.float32 else torch.float64
    module = torch.nn.AdaptiveLogSoftmaxWithLoss(8, 9, [*cutoffs], 2.0, bias, dtype=dtype).requires_grad_(False)
    torch.manual_seed(0)
    for each in module.parameters():
        each.normal_(0, 3)
    tail = [tuple(layer.weight.numpy() for layer in cluster) for cluster in module.tail]
    head = module.head.weight.numpy(), tail, module.head.bias.numpy() if bias else None
    ours = outcome(load("adaptive_log_softmax_with_loss"), input, target, cutoffs, *head)
    theirs = outcome(module, torch.from_numpy(np.array(input)), torch.from_numpy(np.array(target)))
    if isinstance(ours, type) or isinstance(theirs, type):
        assert ours is theirs
        return
    for got, expected in zip(ours, theirs):
        assert (got.shape, got.dtype) == (expected.shape, expected.dtype)
        np.testing.assert_allclose(got, expected, rtol=NEAR[got.dtype.name], atol=NEAR[got.dtype.name])


@pytest.mark.parametrize("dtype", NEAR)
@pytest.mark.parametrize("cutoffs", [[1], [2, 3], [3, 5, 6], [2, 6]])
def test_both_return_the_same(cutoffs, dtype):
    rng = np.random.default_rng(0)
    for rows, bias, size in itertools.product([(), (0,), (1,), (4,), (20,)], (False, True), (1, 10)):
        agree(rng.normal(0, size, (*rows, 8)).astype(dtype), np.array(rng.integers(0, 9, rows)), cutoffs, bias)


@pytest.mark.parametrize("value", [1e4, -1e4, np.inf, -np.inf, np.nan])
def test_also_at_extremes(value):
    input = np.array([[value, 0.0, 1.0, 0.0], [1.0, 2.0, 3.0, 4.0], [0.0, value, value, 1.0]])
    for target in np.array([[0, 2, 8], [8, 0, 1], [5, 1, 5]]):
        agree(np.tile(input, 2), target)


ROWS, Y = np.ones((3, 8)), np.array([0, 1, 2])
REFUSED = [(ROWS, np.array(target)) for target in ([0, 1], [0, 1, 9], [0, 1, -1], [0, -100, 1], 0, [[0], [1], [2]])]
REFUSED += [(ROWS, Y.astype(dtype)) for dtype in (float, bool, np.uint8, np.int32)] + [(ROWS.astype(int), Y)]
REFUSED += [(ROWS[0], np.array([0])), (ROWS[:, :7], Y), (np.ones(()), np.array(0))]


@pytest.mark.parametrize("input, target", REFUSED)
def test_both_refuse_the_same(input, target):
    agree(input, target)


@pytest.mark.parametrize("cutoffs", [[], [0], [-1, 2], [2, 2], [4, 2], [9], [2, 9], [2.5]])
def test_both_refuse_the_same_cutoffs(cutoffs):
    pairs = [(np.ones((1, 8)), np.ones((max(0, int(b - a)), 1))) for a, b in itertools.pairwise([*cutoffs, 9])]
    with pytest.raises(ValueError):
        torch.nn.AdaptiveLogSoftmaxWithLoss(8, 9, cutoffs)
    with pytest.raises(ValueError):
        load("adaptive_log_softmax_with_loss")(np.ones((1, 8)), np.zeros(1, int), cutoffs, np.ones((3, 8)), pairs)
