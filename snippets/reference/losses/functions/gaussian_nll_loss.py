# --8<-- [start:function]
import math

import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def gaussian_nll_loss(
    input, target, var, full=False, eps=1e-6, reduction="mean"
):
    """Negative log-likelihood of a normal variable with a predicted variance.

    Shapes: input (*); target (*), or a shape that broadcasts; var (*), or (*)
    with one dimension of size 1, or (*) without the last dimension, or a
    float; result () or, for "none", (*).
    input: the predicted means.
    var: the predicted variances, not negative.
    full: whether to add the constant 0.5 log(2 pi).
    eps: a variance below eps is raised to eps.
    reduction: "mean" over all elements, "sum" or "none".
    Raises: ValueError for an unknown reduction, a negative variance or a var
    of another shape; TypeError for a var that is neither an array nor a float;
    RuntimeError for other wrong shapes or dtypes.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.GaussianNLLLoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if not isinstance(var, (float, np.ndarray)):
        raise TypeError(f"var {var!r}, expected an array or a float")
    if np.any(var < 0):
        raise ValueError(f"var {np.min(var)}, expected none below 0")
    if isinstance(var, float):
        dtype = input.dtype if input.dtype.kind == "f" else np.float32
        var = np.full(input.shape, var, dtype)  # (*)
    if var.shape == input.shape[:-1] and var.shape != input.shape:
        var = var[..., None]  # (..., 1): one variance for the last dimension
    elif var.shape != input.shape:
        sizes = zip(var.shape, input.shape)
        differing = [size for size, expected in sizes if size != expected]
        if var.ndim != input.ndim or sum(differing) != 1:
            raise ValueError(f"var {var.shape}, expected {input.shape}")
    if reduction not in ("none", "mean", "sum"):
        # with +, a reduction that is not a string raises a TypeError, as in torch
        message = "reduction " + reduction + ", expected none, mean or sum"
        raise ValueError(message)
    try:
        np.broadcast_shapes(input.shape, target.shape, var.shape)
    except ValueError:
        shapes = f"input {input.shape}, target {target.shape}, var {var.shape}"
        raise RuntimeError(f"{shapes}, expected equal ones") from None
    if bool in (input.dtype, target.dtype):
        raise RuntimeError("input or target bool, expected numbers")
    if var.dtype.kind != "f":
        raise RuntimeError(f"var {var.dtype}, expected floating-point")

    def common(*arrays):  # integers beside floats take the floats' dtype
        floats = [x.dtype for x in arrays if x.dtype.kind in "fc"]
        dtype = np.result_type(*floats or arrays)
        return [x.astype(dtype) for x in arrays]

    input, target = common(input, target)
    var = np.maximum(var, eps)  # (*)
    square, divisor = common((input - target) ** 2, var)  # (*)
    loss = 0.5 * (np.log(var) + square / divisor)  # (*)
    if full:
        loss = loss + 0.5 * math.log(2 * math.pi)
    if reduction == "none":
        return loss
    wide = np.promote_types(loss.dtype, np.float32)  # float16 is summed in float32
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
