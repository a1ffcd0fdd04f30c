"""A call with arrays, what comes of it, and how it is written as code for NumPy or for torch."""

import functools
import runpy
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

FUNCTIONS = Path(__file__).parents[3] / "snippets/reference/losses/functions"
Array = np.ndarray[Any, Any]
Function = Callable[..., Any]


@dataclass(frozen=True)
class Call:
    """The arguments of one call; arrays stand for tensors."""

    name: str
    arguments: list[Any]
    options: dict[str, Any]

    def values(self) -> Iterator[Any]:
        """Every argument and the value of every option."""
        yield from self.arguments
        yield from self.options.values()

    def arrays(self) -> list[Array]:
        """Those of the values that are arrays."""
        return [value for value in self.values() if isinstance(value, np.ndarray)]

    def replaced(self, change: Callable[[Any], Any]) -> "Call":
        """The call with every value changed."""
        return Call(self.name, [change(v) for v in self.arguments], {k: change(v) for k, v in self.options.items()})

    def code(self, module: str) -> str:
        """The call as an expression, with `module` one of np and torch."""
        arguments = [written(value, module) for value in self.arguments]
        arguments += [f"{key}={written(value, module)}" for key, value in self.options.items()]
        return f"{'F.' if module == 'torch' else ''}{self.name}({', '.join(arguments)})"


def written(value: Any, module: str) -> str:
    """A value as an expression; an array as one of NumPy or as a tensor."""
    if isinstance(value, np.ndarray):
        dtype = f"dtype={module}.{value.dtype}"
        if value.size == 0:
            return f"{module}.zeros({value.shape}, {dtype})"
        code = f"{module}.{'array' if module == 'np' else 'tensor'}({value.tolist()}, {dtype})"
        if value.flags.c_contiguous:
            return code
        if module == "np":
            return f"np.repeat({code}, 2, -1)[..., ::2]"
        return code if min(value.strides) < 0 else f"{code}.repeat_interleave(2, -1)[..., ::2]"
    return value.__name__ if callable(value) else repr(value)


@dataclass(frozen=True)
class Outcome:
    """What a call came to: an exception's type or a result, and whether it warned."""

    result: type[Exception] | Array
    warned: bool

    def __str__(self) -> str:
        if isinstance(self.result, type):
            text = self.result.__name__
        else:
            text = f"{self.result.tolist()} {self.result.dtype} {self.result.shape}"
        return text + " and a warning" * self.warned


def outcome(function: Function, call: Call) -> Outcome:
    """Call the function and see what comes of it."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result: type[Exception] | Array = np.asarray(function(*call.arguments, **call.options))
        except Exception as error:
            result = type(error)
    return Outcome(result, bool(caught))


def as_tensor(value: Any) -> Any:
    """An array as a tensor, with its strides unless one is negative; any other value as it is."""
    if not isinstance(value, np.ndarray):
        return value
    return torch.from_numpy(value.copy() if min(value.strides, default=0) < 0 else value)


@functools.cache
def load(name: str) -> Function:
    """The function of `snippets/reference/losses/functions/<name>.py`."""
    return runpy.run_path(str(FUNCTIONS / f"{name}.py"))[name]  # type: ignore[no-any-return]
