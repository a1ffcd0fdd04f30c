"""The smallest call that differs as a given one does."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from tools.maintenance.fuzz.calls import Array, Call, Function
from tools.maintenance.fuzz.differences import check

TRIES = 3000


def smaller(call: Call) -> Iterator[Call]:
    """Simpler calls: without an option, a size less, plain in memory, with simpler numbers."""
    for key in call.options:
        yield Call(call.name, call.arguments, {k: v for k, v in call.options.items() if k != key})
    arrays = call.arrays()
    for size in sorted({size for array in arrays for size in array.shape if size}, reverse=True):
        for part in parts(size):
            axes = [[axis for axis, n in enumerate(array.shape) if n == size] for array in arrays]
            yield exchanged(call, [cut(array, of_it, part) for array, of_it in zip(arrays, axes, strict=True)])
    for index, array in enumerate(arrays):
        changed = [cut(array, [axis], part) for axis, size in enumerate(array.shape) if size for part in parts(size)]
        if not array.flags.c_contiguous:
            changed.append(array.copy())
        changed += [with_number(array, place, n) for place in np.ndindex(array.shape) for n in simpler(array[place])]
        for new in changed:
            yield exchanged(call, [*arrays[:index], new, *arrays[index + 1 :]])


def parts(size: int) -> list[slice]:
    """The halves of a size, and all of it but the first or the last."""
    return [slice(size // 2), slice(size // 2, size), slice(1, size), slice(size - 1)]


def cut(array: Array, axes: list[int], part: slice) -> Array:
    """A part of the array along these axes."""
    index: Any = (..., *(part if axis in axes else slice(None) for axis in range(array.ndim)))
    remaining: Array = array[index].copy(order="K")
    return remaining


def simpler(number: Any) -> list[int]:
    """The numbers to try instead of one."""
    return [0, 1, -1][: 3 if number not in (0, 1, -1) else [0, 1, -1].index(number)]


def with_number(array: Array, place: tuple[int, ...], number: int) -> Array:
    """The array with another number in one place."""
    changed = array.copy(order="K")
    with np.errstate(all="ignore"):
        changed[place] = np.asarray(number).astype(array.dtype)
    return changed


def exchanged(call: Call, arrays: list[Array]) -> Call:
    """The call with other arrays, in the order of Call.arrays."""
    following = iter(arrays)
    return call.replaced(lambda value: next(following) if isinstance(value, np.ndarray) else value)


def shrunk(ours: Function, call: Call) -> Call:
    """The smallest call to be found, in some thousand tries, that differs in the same way."""
    found = check(ours, call)
    candidates = smaller(call)
    for _ in range(TRIES):
        candidate = next(candidates, None)
        if candidate is None:
            break
        if size_of(candidate) < size_of(call) and check(ours, candidate) == found:
            call, candidates = candidate, smaller(candidate)
    return call


def size_of(call: Call) -> tuple[int, int, int, int]:
    """What shrinking makes less: numbers, options, odd layouts and numbers that are not simple."""
    arrays = call.arrays()
    odd = sum(not array.flags.c_contiguous for array in arrays)
    return sum(a.size for a in arrays), len(call.options), odd, sum(len(simpler(n)) for a in arrays for n in a.flat)
