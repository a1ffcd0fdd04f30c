"""Arguments that random calls seldom hold: the NumPy losses take or refuse them as torch's do."""

import itertools
import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from tools.maintenance.fuzz.calls import Call, load
from tools.maintenance.fuzz.differences import both, difference, report

CALLS: dict[str, list[Call]] = {}  # by name
EXTREMES = [1e4, -1e4, math.inf, -math.inf, math.nan]
REDUCTIONS = ["none", "mean", "sum"]
ONES, ONE, ROW = np.ones((2, 3)), np.array(1.0), np.ones(3)
BITS, BYTES, BOOLS = (ONES.astype(dtype) for dtype in (np.int64, np.uint8, bool))
UNFIT = [np.ones(shape) for shape in [(2,), (0,), (3, 2), (3, 1), (1, 2, 3), (4, 2, 3)]]  # beside ONES


def call(name, *arguments, **options):
    """Note a call."""
    CALLS.setdefault(name, []).append(Call(name, list(arguments), options))


# binary_cross_entropy_with_logits, binary_cross_entropy
for given in [(ONES, ROW), (ONES, UNFIT[2]), (ONES, np.ones((1, 3))), (ROW, np.ones((3, 1))), (ROW, ONE)]:
    call("binary_cross_entropy_with_logits", *given)
for given in [(ONES, BITS), (ONES, BOOLS), (ONES, BYTES), (BITS, ONES), (BITS, BITS), (BOOLS, ONES)]:
    call("binary_cross_entropy_with_logits", *given)
for name, weight in itertools.product(("weight", "pos_weight"), UNFIT):
    call("binary_cross_entropy_with_logits", ONES, ONES, **{name: weight})
for weight in (
    np.ones(3, bool),
    np.array([3, 0, 2]),
    np.array(2),
    np.array([0, 2, 1], np.uint8),
):  # 0 - 1 is 255 in uint8
    call("binary_cross_entropy_with_logits", ONES, ONES / 2, pos_weight=weight)
call("binary_cross_entropy_with_logits", np.ones((0, 3)), np.ones((0, 3), np.int64))
call("binary_cross_entropy_with_logits", np.ones((3, 1)), np.ones((3, 1)), weight=np.ones(4))
call("binary_cross_entropy_with_logits", ONE, ONE, pos_weight=np.ones(1))
TENTHS = ONES / 10
for target in [ROW, UNFIT[2], np.ones((1, 3)), UNFIT[4], ONE, BITS, BOOLS, BYTES, ONES.astype(np.float32)]:
    call("binary_cross_entropy", TENTHS, target)
for input, target in itertools.product((BITS, BOOLS), (ONES, BITS, BOOLS)):
    call("binary_cross_entropy", input, target)
for value in [2.0, 1.5, 1.0001, -0.1, -1.0, *EXTREMES]:
    call("binary_cross_entropy", np.array([0.5, value]), np.array([0.5, 1]))
    call("binary_cross_entropy", np.array([0.5, 1]), np.array([0.5, value]))
for weight in UNFIT:
    call("binary_cross_entropy", TENTHS, ONES, weight=weight)
call("binary_cross_entropy", np.ones((0, 3), np.int64), np.ones((0, 3), np.int64))
call("binary_cross_entropy", np.array(0.5), ONE, weight=np.ones(1))

# soft_margin_loss, multilabel_soft_margin_loss
for given in [*((ONES, target) for target in UNFIT), (ROW, ONES), (ROW, np.ones((3, 1))), (ONE, np.ones(1))]:
    call("soft_margin_loss", *given)
for input, target in itertools.product((BITS, BYTES, BOOLS), (ONES, BITS)):
    call("soft_margin_loss", input, target)
    call("multilabel_soft_margin_loss", input, target)
for unfit in [*UNFIT[:3], BOOLS, np.ones((2, 2, 3)), ONE]:
    call("multilabel_soft_margin_loss", ONES, unfit)
    call("multilabel_soft_margin_loss", ONES, ONES, weight=unfit)
call("multilabel_soft_margin_loss", ONE, ONE)
call("multilabel_soft_margin_loss", ONE, ROW)
call("multilabel_soft_margin_loss", ONE, ONE, weight=ROW, reduction="average")

# multilabel_margin_loss
LISTS = np.array([[0, -1, 1], [-1, 2, 2]])
SHAPES = {(2, 3): [(3,), (2, 2), (3, 3), (2, 3, 1), (1, 2, 3), ()], (3,): [(2,), (4,), (1, 3), (3, 1), ()]}
SHAPES |= {shape: [shape] for shape in [(2, 0), (0, 0), (2, 2, 2), (0, 4, 2)]} | {(0,): [(0,), (4,)]}
SHAPES |= {(1, 4): [(4,)], (0, 4): [(4,)], (): [(4,), (1, 1), (0,), (1,)], (1,): [(1, 1), ()], (1, 1): [()]}
for shape, targets in SHAPES.items():
    for target in targets:
        call("multilabel_margin_loss", np.ones(shape), np.zeros(target, np.int64), reduction="none")
for target in [3, -1, -1], [0, -1, 3], [-2, -1, -1], [0, -1, -2], [-100, 0, 0]:
    call("multilabel_margin_loss", ROW, np.array(target))
for dtype in np.int32, np.int8, float, bool:
    call("multilabel_margin_loss", ONES, LISTS.astype(dtype))
    call("multilabel_margin_loss", ONES.astype(dtype), LISTS)
call("multilabel_margin_loss", BITS, LISTS + 5)
call("multilabel_margin_loss", BITS, ONES)

# cross_entropy, nll_loss, multi_margin_loss, linear_cross_entropy
X, Y, P, DEEP = np.zeros((3, 4)), np.array([0, 1, 2]), np.full((3, 4), 0.25), np.zeros((3, 4, 2))
WRONG = [
    (X, target) for target in (Y[:2], np.array(0), Y[:, None], Y[None], X.astype(int), Y + [0, 0, 2], Y - [0, 2, 1])
]
WRONG += [(X, Y.astype(dtype)) for dtype in (float, np.int32, bool, np.uint8)] + [(X.astype(int), Y)]
WRONG += [(X[0], target) for target in (Y, Y[:1], Y[:1, None], np.array(4))] + [(np.zeros(()), np.array(0))]
WRONG += [(DEEP, Y), (DEEP, np.zeros((2, 3), int)), (DEEP, np.zeros((3, 3), int))]
WRONG += [(DEEP[..., None], np.zeros((3, 2), int)), (X[:, :0], Y), (X[0, :0], np.array(0)), (X[:1], np.array(0))]
INDEXED = [{"ignore_index": value} for value in (0, 2.0, None, "0", True, 7)]
SMOOTHED = [{"label_smoothing": value} for value in (1.1, np.inf, np.nan, -1, "0.1", None, True)]
WEIGHTED = [{"weight": weight} for weight in (np.ones(3), np.ones((1, 4)), np.ones(4, int), np.ones(4, np.float32))]
SOFT = [(X, P.astype(int)), (X.astype(int), P), (X, P[:2]), (X, P[:, :2])]
OF_SOFT = [*WEIGHTED, {"ignore_index": 0}, {"ignore_index": -1}, {"label_smoothing": 1.1}]
MARGIN = [{"p": value} for value in (3, 0, "1", 1.5, True, 2.0)]
MARGIN += [{"margin": value} for value in ("1", None, True, 2, np.nan, np.inf)]
OPTIONS = {"nll_loss": WEIGHTED + INDEXED, "multi_margin_loss": WEIGHTED + MARGIN}
OPTIONS |= dict.fromkeys(["cross_entropy", "linear_cross_entropy"], WEIGHTED + INDEXED + SMOOTHED)
W, B = np.ones((4, 2)), np.ones((3, 2))
for name, each in OPTIONS.items():
    some = [(WRONG, [{}]), ([(X, Y)], each)]
    some += [(SOFT, [{}]), ([(X, P)], OF_SOFT)] if "cross" in name else []
    for (input, target), options in itertools.chain(*(itertools.product(*both_of) for both_of in some)):
        if name != "linear_cross_entropy":
            call(name, input, target, **options)
        elif input.ndim == 2:
            call(name, np.ones((*input.shape[:1], 2)), W, target, **options)
for options in OF_SOFT, SMOOTHED:  # with both, of which one is wrong
    for each in options:
        call("cross_entropy", X, P, **{"label_smoothing": 0.1, **each})
for input, weight, target in [
    *[(np.ones(()), W, Y), (np.ones((3, 1, 2)), W, Y), (np.ones((3, 3)), W, Y), (B, W[0], Y), (np.ones(2), W, Y)],
    *[
        (np.ones(2), W, Y[:1]),
        (np.ones(2), np.ones((4, 3, 2)), Y),
        (B.astype(int), W, Y),
        (B.astype(int), W.astype(int), Y),
    ],
]:
    call("linear_cross_entropy", input, weight, target)
for bias in np.ones(3), np.ones((4, 1)), np.ones(4, int):
    call("linear_cross_entropy", B, W, Y, linear_bias=bias)
ROWS, LAYER, CLASSES = (
    np.sin(np.ones((5, 2)).cumsum()).reshape(5, 2),
    np.ones((4, 2)).cumsum().reshape(4, 2),
    np.arange(5) % 4,
)
DEEPER = {"linear_weight": np.ones((4, 3, 2)), "target": np.ones((5, 3), int)}
VARIED = [{}, DEEPER, {"target": np.full((5, 4), 0.25)}, {"target": CLASSES.astype(np.uint8)}, {"reduction": "average"}]
VARIED += [{"label_smoothing": 0.1}, {"weight": np.arange(4.0)}, {"linear_bias": np.arange(4.0)}, {"ignore_index": 2}]
for size, options, reduction in itertools.product(
    (None, 1, 2), VARIED, REDUCTIONS
):  # with options, rows come in chunks
    given = {"linear_weight": LAYER, "target": CLASSES, "reduction": reduction, **options}
    chunks = torch.nn.LinearCrossEntropyOptions(batch_chunk_size=size)
    call("linear_cross_entropy", ROWS, options=chunks, **given)
SCORES, DEEP = np.array([[2.0, 1.0, 0.0], [0.0, 1.0, 2.0]]), np.zeros((2, 3, 1))
for name, reduction in itertools.product(("cross_entropy", "nll_loss"), REDUCTIONS):
    call(name, SCORES, np.array([0, 1]), weight=np.array([1.0, -1.0, 1.0]), reduction=reduction)  # which cancel
    call(name, DEEP, np.array([[0], [1]]), weight=np.array([[1.0, 2.0, 3.0]]), reduction=reduction)
    for scores, target in (SCORES, [0, 1]), (DEEP, [[0], [1]]), (SCORES[0], 1):
        call(name, scores, np.array(target, np.uint8), reduction=reduction)
    for shape in (
        (0,),
        (3, 0),
        (0, 0),
    ):  # without any class every index is out of range, and probabilities sum to nothing
        call("cross_entropy", np.zeros(shape), np.zeros(shape), reduction=reduction, label_smoothing=0.1)
    call(name, np.zeros((3, 0)), np.zeros(3, int), reduction=reduction)

# kl_div, poisson_nll_loss, gaussian_nll_loss
ZEROS = np.zeros(3)
for log_target, shape in itertools.product((False, True), [(2,), (2, 3), (0,), ()]):
    call("kl_div", ZEROS, np.zeros(shape), log_target=log_target, reduction="batchmean")
for dtype in int, bool, complex:
    call("kl_div", ZEROS, ZEROS.astype(dtype))
    call("kl_div", ZEROS.astype(dtype), ZEROS)
FLAGS = [{"full": full, "log_input": log_input} for full in (False, True) for log_input in (False, True)]
for options, dtype in itertools.product(FLAGS, [np.int64, np.int32, np.uint8, np.int8]):
    counts = np.array([0, 1, 2, 100], dtype)
    for input in np.array([0.5, 1.0, 2.0, 3.0]), np.array([1, 2, 3, 4]):
        call("poisson_nll_loss", input, counts, **options, reduction="none")
for options, (input, target) in itertools.product(FLAGS, [(bool, bool), (bool, float), (float, bool)]):
    call("poisson_nll_loss", np.ones(3, input), np.ones(3, target), **options)
call("poisson_nll_loss", ZEROS, np.zeros(2))
call("poisson_nll_loss", np.zeros((2, 3)), np.zeros(2), full=True)
call("poisson_nll_loss", ZEROS, ZEROS, eps=None, log_input=False)
SIZES = [(), (1,), (2,), (3,), (0,), (1, 1), (1, 3), (2, 1), (2, 3), (3, 2), (0, 1), (0, 3), (2, 0), (1, 2, 3)]
for shape, var in itertools.product([(), (3,), (2, 3), (1, 3), (3, 1), (1, 1), (0, 3), (2, 2)], SIZES):
    for target in {shape, (3,)}:
        call("gaussian_nll_loss", np.zeros(shape), np.ones(target), np.full(var, 2.0), reduction="none")
for var in [-1.0, 1, True, None, [1.0] * 3, np.float32(1), np.float64(1), ROW.astype(int), ROW.astype(bool), -ROW]:
    call("gaussian_nll_loss", ZEROS, ZEROS, var)
call("gaussian_nll_loss", ZEROS, ZEROS, np.array([np.nan, -np.inf, 1.0]))
for dtype in bool, int:
    for target, var in itertools.product((ZEROS, np.ones(3, dtype)), (ROW, 1.0)):
        call("gaussian_nll_loss", np.zeros(3, dtype), target, var)
call("gaussian_nll_loss", ZEROS, np.zeros(2), ROW)
for flag in 0, 1, None, "yes":
    call("kl_div", ZEROS, ZEROS, log_target=flag)
    call("poisson_nll_loss", ZEROS, ZEROS, log_input=flag)
    call("poisson_nll_loss", ZEROS, np.zeros(2), full=flag)

# ctc_loss
GENERATOR = np.random.default_rng(0)
LOG_PROBS = np.log(GENERATOR.dirichlet(np.ones(3), (4, 2)))  # (4, 2, 3)
TARGETS, FOUR, TWO = np.array([[1, 2], [2, 2]]), np.array([4, 4]), np.array([2, 2])
CTC = {"log_probs": LOG_PROBS, "targets": TARGETS, "input_lengths": FOUR, "target_lengths": TWO}
CHANGED = [{"blank": value} for value in (3, -1, 1.0, None, True)]
CHANGED += [{"input_lengths": np.array(value)} for value in ([4, 5], [4, -1], [4], [4, 4, 4], [4.0, 4.0], [True, True])]
CHANGED += [{"target_lengths": np.array(value)} for value in ([2, 3], [2, -1], [2], [2.0, 2.0])]
CHANGED += [{"input_lengths": [4, 4]}, {"input_lengths": 4}, {"target_lengths": (2, 2)}]
LENGTHS = ([4.0, 4.0], [2, 2]), ([4, 4], [2, 2, 2]), (4, 2), (TWO * 2, np.array([2, 2], np.uint8)), ([4, 4], (2, 2))
CHANGED += [{"input_lengths": one, "target_lengths": other} for one, other in (*LENGTHS, ([], []))]
TEXTS = [1, 2, 2], [1, 2, 2, 1, 1], [[1, 2]], [[1, 2]] * 3, [[1], [2]], 1, TARGETS[None]
CHANGED += [{"targets": np.array(value)} for value in TEXTS]
CHANGED += [{"log_probs": value} for value in (LOG_PROBS[0], LOG_PROBS[0, 0], np.array(0.0), LOG_PROBS[None])]
CHANGED += [{"log_probs": np.zeros(shape)} for shape in [(4, 0, 3), (0, 2, 3), (4, 2, 0)]]
CHANGED += [{"log_probs": np.zeros((4, 2, 3), dtype)} for dtype in (int, bool, complex)]
for change in CHANGED:
    call("ctc_loss", **{**CTC, **change})
for value, zero_infinity in itertools.product((*EXTREMES[2:], 0.5), (True, False)):  # one step, and no labels
    options = {"reduction": "none", "zero_infinity": zero_infinity}
    call("ctc_loss", np.full((1, 2, 3), value), TARGETS, FOUR // 4, TWO * 0, **options)
call("ctc_loss", LOG_PROBS, np.array([[1, -1], [2, 99]]), FOUR, np.array([1, 1]))  # padding may be anything
LONG = np.log(GENERATOR.dirichlet(np.ones(6), (300, 3))), GENERATOR.integers(1, 6, (3, 140))
call("ctc_loss", *LONG, np.array([300, 250, 280]), np.array([100, 5, 140], np.uint8))

# margin_ranking_loss, hinge_embedding_loss, cosine_embedding_loss
SIZED = [np.ones(shape) for shape in [(3,), (2,), (1,), (), (2, 3)]]
for name, count in ("margin_ranking_loss", 3), ("hinge_embedding_loss", 2):
    for arrays, reduction in itertools.product(itertools.product(SIZED, repeat=count), ("none", "mean", "average")):
        call(name, *arrays, reduction=reduction)
VECTORS = [np.ones(shape) for shape in [(4,), (3, 4), (3, 5), (2, 3, 4), ()]]
for arrays in itertools.product(VECTORS, VECTORS, [np.ones(shape) for shape in [(), (1,), (2,), (3,), (3, 1), (2, 3)]]):
    call("cosine_embedding_loss", *arrays)
DTYPES = [np.array([[1.0, 2.0]]), np.array([[3, 1]]), np.array([[True, False]]), np.array([[1j, 0.0]])]
for arrays in itertools.product(DTYPES, repeat=3):
    call("margin_ranking_loss", *arrays)
    call("hinge_embedding_loss", *arrays[:2], margin=1.5)
    call("cosine_embedding_loss", *arrays[:2], arrays[2][0, :1].real)
    call("triplet_margin_loss", *arrays, swap=True)
    call("triplet_margin_with_distance_loss", *arrays, swap=True)

# triplet_margin_loss, triplet_margin_with_distance_loss
TRIPLETS = [np.ones(shape) for shape in [(3, 4), (2, 4), (1, 4), (4,), (3, 5), (3, 1)]]
OF_TRIPLETS = [{"margin": margin} for margin in (0, 0.0, -1, -math.inf, None, "1")]
OF_TRIPLETS += [{"swap": swap} for swap in (0, 1, None, "yes")] + [{"reduction": "average", "margin": 0}]
for name in "triplet_margin_loss", "triplet_margin_with_distance_loss":
    for arrays, swap in itertools.product(itertools.product(TRIPLETS, repeat=3), (True, False)):
        call(name, *arrays, swap=swap)
    for options in OF_TRIPLETS:
        call(name, *TRIPLETS[:1] * 3, **options)
        call(name, *TRIPLETS[2:5], **options)
for options in {"p": None}, {"p": "2"}, {"eps": None}:
    call("triplet_margin_loss", *TRIPLETS[:1] * 3, **options)
for p, shape in itertools.product((0, 1, 2, -1, math.inf, -math.inf), [(), (0,), (0, 3), (3, 0), (0, 0), (4,), (1,)]):
    call("triplet_margin_loss", np.ones(shape), np.ones(shape), np.full(shape, 2.0), p=p, reduction="none")

# mse_loss, l1_loss, huber_loss, smooth_l1_loss
OF_REGRESSION = ["mse_loss", "l1_loss", "huber_loss", "smooth_l1_loss"]
for name in OF_REGRESSION:
    for target, options in itertools.product((np.ones(2), ROW), ({}, {"reduction": "average"})):
        call(name, ROW, target, **options)
    call(name, ONES, np.ones(2))
    for input, target in itertools.product((array[0] for array in DTYPES), repeat=2):
        call(name, input, target)
        if "c" not in input.dtype.kind + target.dtype.kind or name != "mse_loss":  # whose square would be complex
            option = {"beta": 0} if name == "smooth_l1_loss" else {"weight": np.array([2.0, 0.5])}
            call(name, input, target, **option)
for name, weight in itertools.product(OF_REGRESSION[:3], (np.ones(2), np.ones(1), ONE, np.ones((1, 3)))):
    call(name, ROW, ROW, weight=weight)
    call(name, ROW, ONES, weight=ONES)  # the input's shape counts
    call(name, ROW, ROW, weight=weight, reduction="average")
for value in 0, 0.0, -1, -0.5, math.nan, -math.inf, None, "1":
    call("huber_loss", ROW, ZEROS, delta=value)
    call("smooth_l1_loss", ROW, ZEROS, beta=value)

for name, (first, *_) in CALLS.items():  # whatever else is wrong
    CALLS[name] += [Call(name, first.arguments, first.options | {"reduction": each}) for each in ("average", None, 1)]


@pytest.mark.filterwarnings("ignore::numpy.exceptions.ComplexWarning")
@pytest.mark.parametrize("name", CALLS)
def test_they_are_taken_or_refused_as_by_torch(name):
    wrong = [each for each in CALLS[name] if difference(*both(load(name), each), each)]
    assert [report(load(name), each) for each in wrong] == []


@pytest.mark.parametrize("label", [-1, 3])
def test_ctc_loss_refuses_class_indices_out_of_range(label):
    with pytest.raises(IndexError, match="expected 0 to 2"):  # torch reads beyond its memory
        load("ctc_loss")(LOG_PROBS, np.array([[1, label], [2, 2]]), FOUR, TWO)


def test_multilabel_margin_loss_of_no_rows():  # of which torch returns memory that it has not written
    function, none = load("multilabel_margin_loss"), (np.zeros((0, 4)), np.zeros((0, 4), np.int64))
    assert np.isnan(function(*none)) and function(*none, "sum") == 0


@pytest.mark.parametrize("name", [*OF_REGRESSION, "kl_div"])
def test_a_warning_names_the_line_that_calls(name):
    with pytest.warns(UserWarning, match="batchmean" if name == "kl_div" else "broadcast") as caught:
        load(name)(np.ones((3, 1)), np.ones(3) if name in OF_REGRESSION else np.ones((3, 1)))
    assert name == "kl_div" or caught[0].filename == __file__


SMALL = {  # losses much smaller than 1
    "soft_margin_loss": ([20.0, 30.0, 40.0], [1.0, 1.0, 1.0]),
    "multilabel_soft_margin_loss": ([[20.0], [30.0], [40.0]], [[1.0], [1.0], [1.0]]),
    "binary_cross_entropy_with_logits": ([20.0, 30.0, 40.0], [1.0, 1.0, 1.0]),
    "binary_cross_entropy": ([1e-9, 1e-13, 1e-17], [0.0, 0.0, 0.0]),
}


@pytest.mark.parametrize("name", SMALL)
def test_small_losses_keep_their_digits(name):
    arguments = [np.array(each) for each in SMALL[name]]
    theirs = getattr(F, name)(*map(torch.from_numpy, arguments), reduction="none")
    np.testing.assert_allclose(load(name)(*arguments, reduction="none"), theirs, rtol=1e-12)
