# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def soft_margin_loss(input, target, reduction="mean"):
    """Logistic loss of scores and targets that are -1 or 1.

    Shapes: input (*); target (*), or a shape that broadcasts to it;
    result () or, for "none", (*).
    input: scores, floating point, of any size.
    target: -1 or 1, of any dtype; unchecked.
    reduction: "mean" over all elements, "sum" or "none".
    Raises: ValueError for an unknown reduction; RuntimeError for an input
    that is not floating point or a target of the wrong shape.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.SoftMarginLoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if not np.issubdtype(input.dtype, np.floating):
        raise RuntimeError(f"input {input.dtype}, expected floats")
    try:
        np.broadcast_to(target, input.shape)
    except ValueError:
        shapes = f"{target.shape}, expected to fit {input.shape}"
        raise RuntimeError(f"target {shapes}") from None

    margin = (input * target).astype(input.dtype)  # (*) of the input's dtype
    # as in torch, exp overflows: a large negative margin costs inf
    loss = np.log1p(np.exp(-margin))  # (*)
    if reduction == "none":
        return loss
    wide = np.promote_types(loss.dtype, np.float32)  # float16 is summed in float32
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
