"""Whether NumPy and torch do the same for a call, apart from the differences that the pages list."""

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch.nn.functional as F

from tools.maintenance.fuzz.calls import Array, Call, Function, Outcome, as_tensor, load, outcome
from tools.maintenance.fuzz.draws import draw

# the losses whose integers are class indices, not numbers to compute with
OF_CLASSES = {
    "cross_entropy",
    "ctc_loss",
    "linear_cross_entropy",
    "multi_margin_loss",
    "multilabel_margin_loss",
    "nll_loss",
}


def numbers(call: Call) -> list[Array]:
    """The arrays with whose numbers a loss computes."""
    return [array for array in call.arrays() if array.dtype.kind == "f" or call.name not in OF_CLASSES]


def sizes(call: Call) -> list[float]:
    """The largest finite number, without its sign, of each of these arrays."""
    return [np.abs(array[np.isfinite(array)].astype(float)).max(initial=0) for array in numbers(call)]


def tolerance(call: Call, expected: Array) -> Array:
    """How far a result may lie from the expected one, per entry.

    A few roundings, in the narrowest dtype of the call, of the result and of the numbers that may have cancelled in
    it; more, where many are added up. A mean with weights also divides by a sum that may have cancelled.
    """
    arrays = numbers(call)
    eps = max(np.finfo(array.dtype if array.dtype.kind == "f" else "float32").eps for array in [*arrays, expected])
    with np.errstate(all="ignore"):
        scale: float = 1 + max(sizes(call), default=0.0)
        if "weight" in call.options:
            weight = call.options["weight"].astype(float)
            scale *= max(1, np.abs(weight).sum() / abs(weight.sum())) if weight.sum() else math.inf
        roundings = 4 + 3 * math.sqrt(max((array.size for array in arrays), default=0))
        bound: Array = roundings * eps * (np.abs(expected.astype(float)) + 1) * scale
    return bound


def difference(ours: Outcome, theirs: Outcome, call: Call) -> str | None:
    """In what the outcomes differ, or None."""
    got, expected = ours.result, theirs.result
    if isinstance(got, type) or isinstance(expected, type):
        return None if got is expected else "exception"
    if got.shape != expected.shape:
        return "shape"
    if got.dtype != expected.dtype:
        return "dtype"
    if ours.warned != theirs.warned:
        return "warning"
    finite = np.isfinite(expected)
    if not np.array_equal(got[~finite], expected[~finite], equal_nan=True):
        return "not finite"
    with np.errstate(invalid="ignore"):
        near = np.abs(got.astype(float) - expected) <= tolerance(call, expected)
    return None if near[finite].all() else "value"


def of_array_without_dimensions(call: Call, ours: Outcome, theirs: Outcome) -> bool:
    """An array () of another dtype beside larger ones: in torch these decide the dtype of the result."""
    arrays = numbers(call)
    return len({array.dtype for array in arrays}) > 1 and {array.ndim == 0 for array in arrays} == {True, False}


def of_unwritten_memory(call: Call, ours: Outcome, theirs: Outcome) -> bool:
    """The mean or the sum over no rows, which torch does not compute: it returns what is in memory."""
    reduced = call.options.get("reduction", "mean") != "none"
    return call.name in {"multi_margin_loss", "multilabel_margin_loss"} and reduced and not call.arguments[0].size


def of_undecodable_message(call: Call, ours: Outcome, theirs: Outcome) -> bool:
    """A byte from 128 as class index out of range, which torch puts into its message as it is: no valid text."""
    return theirs.result is UnicodeDecodeError and ours.result is IndexError


def of_strided_labels(call: Call, ours: Outcome, theirs: Outcome) -> bool:
    """Concatenated labels that are not contiguous in memory, which torch misreads."""
    labels = call.arguments[1]
    return call.name == "ctc_loss" and labels.ndim == 1 and labels.strides[0] > labels.itemsize


def of_unchecked_bias(call: Call, ours: Outcome, theirs: Outcome) -> bool:
    """A bias of another dtype for one row of features, which torch takes if the two are not contiguous in memory."""
    bias = call.options.get("linear_bias")
    return bias is not None and bias.dtype != call.arguments[0].dtype and call.arguments[0].ndim == 1


def of_cancellation(call: Call, ours: Outcome, theirs: Outcome) -> bool:
    """Numbers of both signs that cancel or overflow on the way, depending on the order and rounding of operations."""
    if isinstance(ours.result, type) or isinstance(theirs.result, type) or theirs.result.dtype.kind != "f":
        return False
    limits = np.finfo(theirs.result.dtype)
    largest = sizes(call)
    undefined = np.isnan(ours.result) != np.isnan(theirs.result)
    with np.errstate(over="ignore"):
        if np.prod(largest) * limits.eps > limits.max and not undefined.any():
            return True  # one rounding of the largest product overflows
        single = np.finfo(np.promote_types(theirs.result.dtype, np.float32))
        if call.name == "linear_cross_entropy" and np.prod(largest[:2]) > single.max:
            return True  # a sum of the layer's products overflows
    losses = outcome(load(call.name), Call(call.name, call.arguments, call.options | {"reduction": "none"})).result
    return any(of_both_signs(terms, limits) for terms in (losses, call.options.get("weight")))


def of_both_signs(terms: Any, limits: np.finfo[Any]) -> bool:
    """Whether terms are positive and negative numbers that overflow or cancel when they are added up."""
    if not isinstance(terms, np.ndarray):
        return False
    known = terms[~np.isnan(terms)].astype(float)
    finite = known[np.isfinite(known)]
    size = np.abs(finite).sum()
    cancel = abs(finite.sum()) <= finite.size * limits.eps * size
    return bool(known.min(initial=0) < 0 < known.max(initial=0) and (size > limits.max or cancel))


LISTED = [
    *(of_array_without_dimensions, of_unwritten_memory, of_undecodable_message),
    *(of_strided_labels, of_unchecked_bias, of_cancellation),
]


def reads_past_its_input(call: Call) -> bool:
    """Whether torch would read memory outside of its arguments: such a call is not made."""
    if call.name != "ctc_loss":
        return False
    log_probs, labels = call.arguments[:2]
    return bool(labels.size and log_probs.ndim and labels.max() >= log_probs.shape[-1])


def both(ours: Function, call: Call) -> tuple[Outcome, Outcome]:
    """What comes of a call of NumPy's function and of torch's."""
    return outcome(ours, call), outcome(getattr(F, call.name), call.replaced(as_tensor))


def check(ours: Function, call: Call) -> str | None:
    """In what NumPy's and torch's outcomes of a call differ, or None, also for a listed difference."""
    if reads_past_its_input(call):
        return None
    got, expected = both(ours, call)
    found = difference(got, expected, call)
    return None if found and any(covers(call, got, expected) for covers in LISTED) else found


def find(functions: dict[str, Function], seed: int, calls: int | None) -> Iterator[tuple[int, Call]]:
    """The calls that differ, each with its number, among so many of a seed, or without end."""
    for number in itertools.count() if calls is None else range(calls):
        call = draw(list(functions), seed, number)
        if check(functions[call.name], call):
            yield number, call


def report(ours: Function, call: Call) -> str:
    """The call for both sides, as code to paste, with what each makes of it."""
    got, expected = both(ours, call)
    kind = difference(got, expected, call)
    return f"{call.name}: {kind}\n  {call.code('torch')}\n    {expected}\n  {call.code('np')}\n    {got}"
