# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def binary_cross_entropy(input, target, weight=None, reduction="mean"):
    """Cross-entropy of yes-or-no targets and probabilities.

    Shapes: input, target (*); weight (*), or a shape that broadcasts to
    it; result () or, for "none", (*).
    input: probabilities, floating point, from 0 to 1.
    target: the probability of yes, of the input's dtype, from 0 to 1.
    weight: a factor per element; the mean still divides by the number of
    elements.
    reduction: "mean" over all elements, "sum" or "none".
    Raises: ValueError for an unknown reduction or a target of another shape;
    RuntimeError for a target of another dtype, for an input or a target
    outside 0 to 1 and for a weight of the wrong shape; NotImplementedError
    for an input and a target that are not floating point.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.BCELoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if target.shape != input.shape:
        raise ValueError(f"target {target.shape}, expected {input.shape}")
    if target.dtype != input.dtype:
        raise RuntimeError(f"target {target.dtype}, expected {input.dtype}")
    if not np.issubdtype(input.dtype, np.floating):
        raise NotImplementedError(f"input {input.dtype}, expected floats")
    for name, values in ("input", input), ("target", target):
        wrong = ~((values >= 0) & (values <= 1))  # nan too
        if wrong.any():
            raise RuntimeError(f"{name} {values[wrong][0]}, expected 0 to 1")
    try:
        weight = 1 if weight is None else np.broadcast_to(weight, input.shape)
    except ValueError:
        shapes = f"{np.shape(weight)}, expected to fit {input.shape}"
        raise RuntimeError(f"weight {shapes}") from None

    log_yes = np.maximum(np.log(input), -100)  # (*) log 0 counts as -100
    log_no = np.maximum(np.log1p(-input), -100)  # (*)
    loss = (target - 1) * log_no - target * log_yes  # (*)
    loss = (loss * weight).astype(input.dtype)
    if reduction == "none":
        return loss
    wide = np.promote_types(loss.dtype, np.float32)  # float16 is summed in float32
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
