"""Calls the NumPy losses of the site and torch's with the same arguments, and draws these at random."""

import warnings

import numpy as np
import torch
import torch.nn.functional as F
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tools.maintenance.fuzz.calls import load

REDUCTIONS = ["none", "mean", "sum"]
INF, NAN = np.inf, np.nan
EXTREMES = [1e4, -1e4, INF, -INF, NAN]
reductions = st.sampled_from(REDUCTIONS)
cases = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def numbers(shape, low=-100, high=100):
    """Draws arrays of this shape."""
    return hnp.arrays(np.float64, shape, elements=st.floats(low, high, width=32))


def arrays(value, dtype):
    """The value for NumPy, its floating-point arrays in `dtype`."""
    floats = isinstance(value, np.ndarray) and np.issubdtype(value.dtype, np.floating)
    return value.astype(dtype) if floats else value


def tensor(value):
    """An array as a tensor; any other value as it is."""
    return torch.from_numpy(np.array(value)) if isinstance(value, np.ndarray) else value


def outcome(function, arguments, options):
    """What a call returns, as a float64 array, or the type of the exception that it raises; and whether it warned."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            result = np.asarray(function(*arguments, **options), dtype=np.float64)
        except Exception as error:
            assert str(error)
            result = type(error)
    return result, bool(caught)


def agree(name, *arguments, reference=None, rtol=1e-12, atol=0.0, float32=True, **options):
    """Assert that both return equal values of one shape, or raise the same type of exception, and both warn or neither.

    `name` may be the NumPy function itself, with torch's as `reference`. nan equals nan.

    float64 is compared to `rtol` and `atol`; float32 to its precision, relative to the largest finite entry, and to
    as much more than `atol` as it is coarser.
    """
    ours = name if callable(name) else load(name)
    theirs = reference or getattr(F, name)
    for dtype in (np.float64, np.float32) if float32 else (np.float64,):
        given, named = [arrays(a, dtype) for a in arguments], {k: arrays(v, dtype) for k, v in options.items()}
        got, warned = outcome(ours, given, named)
        expected, torch_warned = outcome(theirs, map(tensor, given), {k: tensor(v) for k, v in named.items()})
        assert isinstance(got, type) == isinstance(expected, type), (got, expected)
        if isinstance(expected, type):
            assert got is expected
            continue
        assert got.shape == expected.shape and warned == torch_warned
        if dtype is np.float64:
            np.testing.assert_allclose(got, expected, rtol=rtol, atol=atol)
        else:
            scale = np.abs(expected[np.isfinite(expected)]).max(initial=1.0)
            np.testing.assert_allclose(got, expected, rtol=1e-5, atol=1e-6 * scale + atol * 2**29)
