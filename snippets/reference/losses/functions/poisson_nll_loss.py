# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def poisson_nll_loss(
    input, target, log_input=True, full=False, eps=1e-8, reduction="mean"
):
    """Negative log-likelihood of counts whose rate is predicted.

    Shapes: input, target (*), or shapes that broadcast; result () or, for
    "none", (*).
    input: the log of the rate, or the rate itself without log_input.
    target: counts.
    log_input: whether the input is the log of the rate.
    full: whether to add Stirling's approximation of log(target!), for targets
    above 1.
    eps: added to a rate before its log is taken.
    reduction: "mean" over all elements, "sum" or "none".
    Raises: ValueError for an unknown reduction; TypeError for a log_input or
    full other than True or False; RuntimeError for shapes that do not
    broadcast or booleans that would be subtracted.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.PoissonNLLLoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        # with +, a reduction that is not a string raises a TypeError, as in torch
        message = "reduction " + reduction + ", expected none, mean or sum"
        raise ValueError(message)
    for flag in log_input, full:
        if not isinstance(flag, (bool, np.bool_)):
            raise TypeError(f"log_input or full {flag!r}, expected True or False")
    try:
        np.broadcast_shapes(input.shape, target.shape)
    except ValueError:
        shapes = f"input {input.shape} and target {target.shape}"
        raise RuntimeError(f"{shapes}, expected equal ones") from None
    minuend = input.dtype == bool and (target.dtype == bool or not log_input)
    if minuend or (full and target.dtype == bool):
        raise RuntimeError("input or target bool, expected numbers")

    def to_float(x):  # integers become float32
        return x if x.dtype.kind == "f" else x.astype(np.float32)

    def times(x, y):  # integers beside floats take the floats' dtype
        floats = [v.dtype for v in (x, y) if v.dtype.kind == "f"]
        dtype = np.result_type(*floats or (x, y))
        return x.astype(dtype) * y.astype(dtype)

    if log_input:
        loss = np.exp(to_float(input))  # (*)
        product = times(target, input)  # (*)
    else:
        loss = to_float(input)  # (*)
        product = times(target, np.log(to_float(input) + eps))  # (*)
    if product.dtype.kind != "f":
        product = product.astype(loss.dtype)
    loss = loss - product  # (*)
    if full:
        count = to_float(target)  # (*)
        stirling = count * np.log(count) - count  # (*)
        stirling = stirling + 0.5 * np.log(2 * np.pi * count)  # (*)
        stirling = np.where(target <= 1, 0, stirling)  # (*)
        loss = (loss + stirling).astype(loss.dtype)  # (*)
    if reduction == "none":
        return loss
    wide = np.promote_types(loss.dtype, np.float32)  # float16 is summed in float32
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
