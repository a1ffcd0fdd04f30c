# --8<-- [start:function]
import warnings

import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def l1_loss(input, target, reduction="mean", weight=None):
    """The absolute error.

    Shapes: input, target, weight (*); result () or, for "none", (*).
    reduction: "mean" over all elements, "sum" or "none".
    weight: a factor per element; the mean divides by the sum of the weights.
    Raises: ValueError for an unknown reduction or a weight of another shape
    than input; RuntimeError for other wrong shapes, for booleans, and for
    the mean of integers without a weight.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.L1Loss.html
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
    dtypes = f"input {input.dtype} and target {target.dtype}"
    booleans = bool in (input.dtype, target.dtype)
    unknown = reduction not in ("none", "mean", "sum")
    if unknown and (weight is None or not booleans):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if booleans:
        raise RuntimeError(f"{dtypes}, expected numbers")
    integers = np.issubdtype(np.result_type(input, target), np.integer)
    if integers and reduction == "mean" and weight is None:
        raise RuntimeError(f"the mean of {dtypes}, expected floats")

    def common(*arrays):  # integers beside floats take the floats' dtype
        floats = [x.dtype for x in arrays if x.dtype.kind in "fc"]
        dtype = np.result_type(*floats or arrays)
        return [x.astype(dtype) for x in arrays]

    def total(x):  # float16 is summed in float32, rounded once
        if x.dtype.kind != "f":
            return x.sum(dtype=np.int64)
        wide = np.promote_types(x.dtype, np.float32)
        return x.sum(dtype=wide).astype(x.dtype)

    input, target = common(input, target)
    loss = np.abs(input - target)  # (*)
    if weight is not None:
        weight = np.asarray(weight)
        loss = np.multiply(*common(loss, weight))
    if reduction == "none":
        return loss
    if reduction == "sum":
        return total(loss)
    if weight is None:
        wide = np.promote_types(loss.dtype, np.float32)
        return (loss.sum(dtype=wide) / loss.size).astype(loss.dtype)
    mean = total(loss) / total(weight)
    return mean.astype(loss.dtype if loss.dtype.kind == "f" else np.float32)
# --8<-- [end:function]
