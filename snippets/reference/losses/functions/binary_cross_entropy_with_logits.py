# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def binary_cross_entropy_with_logits(
    input, target, weight=None, reduction="mean", pos_weight=None
):
    """Cross-entropy of yes-or-no targets and the sigmoid of the logits.

    Shapes: input, target (*); weight, pos_weight (*), or shapes that
    broadcast to it; result () or, for "none", (*).
    input: logits, floating point, of any size.
    target: the probability of yes, floating point, mostly 0 or 1; unchecked.
    weight: a factor per element; the mean still divides by the number of
    elements.
    reduction: "mean" over all elements, "sum" or "none".
    pos_weight: a factor for the yes part alone, usually one per class, (C,).
    Raises: ValueError for an unknown reduction or a target of another shape;
    NotImplementedError for an input that is not floating point; RuntimeError
    for such a target, and for a weight of the wrong shape or dtype.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.BCEWithLogitsLoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if target.shape != input.shape:
        raise ValueError(f"target {target.shape}, expected {input.shape}")
    if not np.issubdtype(input.dtype, np.floating):
        raise NotImplementedError(f"input {input.dtype}, expected floats")
    if not np.issubdtype(target.dtype, np.floating):
        raise RuntimeError(f"target {target.dtype}, expected floats")
    if pos_weight is not None and np.asarray(pos_weight).dtype == bool:
        raise RuntimeError("pos_weight bool, expected numbers")
    for name, factor in ("weight", weight), ("pos_weight", pos_weight):
        try:
            if factor is not None:
                np.broadcast_to(factor, input.shape)
        except ValueError:
            shapes = f"{np.shape(factor)}, expected to fit {input.shape}"
            raise RuntimeError(f"{name} {shapes}") from None

    # log p for p = sigmoid(z); float16 is computed in float32; exp never sees a
    # positive number
    z = input.astype(np.promote_types(input.dtype, np.float32))  # (*)
    log_p = np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))  # (*)
    log_p = log_p.astype(input.dtype)
    if pos_weight is not None:
        factor = 1 + (np.asarray(pos_weight) - 1) * target  # (*)
        log_p = (log_p * factor).astype(input.dtype)
    # -y log p - (1 - y) log(1 - p), where log(1 - p) = log p - z
    loss = ((1 - target) * input).astype(target.dtype) - log_p  # (*)
    loss = loss.astype(target.dtype)
    if weight is not None:
        loss = loss * weight
    loss = loss.astype(target.dtype)
    if reduction == "none":
        return loss
    wide = np.promote_types(loss.dtype, np.float32)  # float16 is summed in float32
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
