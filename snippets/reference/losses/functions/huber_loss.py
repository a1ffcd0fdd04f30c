# --8<-- [start:function]
import warnings

import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def huber_loss(input, target, reduction="mean", delta=1.0, weight=None):
    """Half the squared error near zero, a straight line beyond delta.

    Shapes: input, target, weight (*); result () or, for "none", (*).
    reduction: "mean" over all elements, "sum" or "none".
    delta: the size of the error where the line begins; positive.
    weight: a factor per element; the mean still divides by the number of
    elements.
    Raises: ValueError for an unknown reduction or a weight of another shape
    than input; RuntimeError for other wrong shapes, a delta that is not
    positive or a target whose dtype does not fit into that of input;
    NotImplementedError for integers.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.HuberLoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if input.shape != target.shape:
        shapes = f"input {input.shape} and target {target.shape}"
        warnings.warn(f"{shapes} are broadcast", stacklevel=3)
        try:
            np.broadcast_shapes(input.shape, target.shape)
        except ValueError:
            raise RuntimeError(f"{shapes}, expected equal ones") from None
    if weight is not None and np.shape(weight) != input.shape:
        raise ValueError(f"weight {np.shape(weight)}, expected {input.shape}")
    if reduction not in ("none", "mean", "sum") and weight is None:
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if not delta > 0:
        raise RuntimeError(f"delta {delta}, expected a positive number")
    dtypes = f"input {input.dtype} and target {target.dtype}, expected floats"
    dtype = np.result_type(input, target)
    rank = {"b": 0, "i": 1, "u": 1, "f": 2, "c": 3}
    if rank[dtype.kind] > rank[input.dtype.kind]:  # does not fit
        raise RuntimeError(dtypes)
    if not np.issubdtype(dtype, np.floating):
        raise NotImplementedError(dtypes)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")

    # float16 is computed in float32 and rounded once
    wide = np.promote_types(dtype, np.float32)
    error = np.abs(input.astype(wide) - target.astype(wide))  # (*)
    parabola = 0.5 * error * error  # (*)
    line = delta * (error - 0.5 * delta)  # (*)
    loss = np.where(error < delta, parabola, line)  # (*)
    loss = loss.astype(input.dtype)  # also of a wider target, as in torch
    if weight is not None:
        weight = np.asarray(weight)
        floats = weight.dtype.kind == "f"
        loss = loss * (weight if floats else weight.astype(loss.dtype))
    if reduction == "none":
        return loss
    total = loss.sum(dtype=np.promote_types(loss.dtype, np.float32))
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
