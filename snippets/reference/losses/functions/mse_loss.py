# --8<-- [start:function]
import warnings

import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def mse_loss(input, target, reduction="mean", weight=None):
    """The squared error.

    Shapes: input, target, weight (*); result () or, for "none", (*).
    reduction: "mean" over all elements, "sum" or "none".
    weight: a factor per element; the mean divides by the sum of the weights.
    Raises: ValueError for an unknown reduction or a weight of another shape
    than input, RuntimeError for other wrong shapes or, with a weight, for
    booleans, NotImplementedError for integers without a weight.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.MSELoss.html
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
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    dtypes = f"input {input.dtype} and target {target.dtype}, expected floats"
    if weight is not None and bool in (input.dtype, target.dtype):
        raise RuntimeError(dtypes)
    floats = np.issubdtype(np.result_type(input, target), np.floating)
    if weight is None and not floats:
        raise NotImplementedError(dtypes)

    # integers beside floats become floats of that dtype
    floats = [x.dtype for x in (input, target) if x.dtype.kind in "fc"]
    dtype = np.result_type(*floats or [input, target])
    input, target = input.astype(dtype), target.astype(dtype)
    loss = (input - target) ** 2  # (*)
    if weight is not None:
        loss = loss * weight
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / (loss.size if weight is None else np.sum(weight))
# --8<-- [end:function]
