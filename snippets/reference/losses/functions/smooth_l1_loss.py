# --8<-- [start:function]
import warnings

import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def smooth_l1_loss(input, target, reduction="mean", beta=1.0):
    """The absolute error, rounded off to a parabola near zero.

    Shapes: input, target (*); result () or, for "none", (*).
    reduction: "mean" over all elements, "sum" or "none".
    beta: the size of the error where the line begins; 0 gives l1_loss.
    Raises: ValueError for an unknown reduction; RuntimeError for wrong shapes
    or a negative beta; NotImplementedError for integers. With beta 0,
    integers are refused only for the mean, and booleans always, both with
    RuntimeError.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.SmoothL1Loss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if input.shape != target.shape:
        shapes = f"input {input.shape} and target {target.shape}"
        warnings.warn(f"{shapes} are broadcast", stacklevel=3)
        try:
            np.broadcast_shapes(input.shape, target.shape)
        except ValueError:
            raise RuntimeError(f"{shapes}, expected equal ones") from None
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if not beta >= 0:
        raise RuntimeError(f"beta {beta}, expected no negative number")
    dtype = np.result_type(input, target)
    dtypes = f"input {input.dtype} and target {target.dtype}, expected floats"
    if beta != 0 and not np.issubdtype(dtype, np.floating):
        raise NotImplementedError(dtypes)
    means_integers = reduction == "mean" and np.issubdtype(dtype, np.integer)
    if beta == 0 and (means_integers or bool in (input.dtype, target.dtype)):
        raise RuntimeError(dtypes)

    # integers beside floats become floats of that dtype
    floats = [x.dtype for x in (input, target) if x.dtype.kind in "fc"]
    dtype = np.result_type(*floats or [input, target])
    input, target = input.astype(dtype), target.astype(dtype)
    if floats and beta:
        beta = float(dtype.type(beta))  # as in torch: may become 0 or inf
    error = np.abs(input - target)  # (*)
    parabola = 0.5 * error * error / beta if beta else 0  # (*)
    line = error - 0.5 * beta if beta else error  # (*)
    loss = np.where(error < beta, parabola, line)  # (*)
    if reduction == "none":
        return loss
    # float16 is summed in float32
    single = np.promote_types(loss.dtype, np.float32)
    total = loss.sum(dtype=single if floats else np.int64)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype) if floats else total
# --8<-- [end:function]
