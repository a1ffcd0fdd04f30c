# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def nll_loss(input, target, weight=None, ignore_index=-100, reduction="mean"):
    """Minus the entry of the input, a log-probability, at the target class.

    Shapes: input (C), (N, C) or (N, C, d1, ..., dK), log-probabilities;
    target the shape of input without C, class indices (int64 or, without d1,
    uint8); weight (C); result () or, for "none", the shape of target.
    weight: a factor per class.
    ignore_index: targets of this class index count for nothing.
    reduction: "mean", "sum" or "none"; the mean divides by the sum of the
    targets' weights.
    Raises: ValueError for an unknown reduction, another batch size or an
    input (); RuntimeError for other wrong shapes or a wrong dtype of target
    or weight; IndexError for a class index out of range; TypeError for an
    ignore_index that is not an integer; NotImplementedError for an input that
    is not floating point.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.NLLLoss.html
    """
    log_probs, target = np.asarray(input), np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if np.asarray(ignore_index).dtype.kind not in "iu":
        raise TypeError(f"ignore_index {ignore_index!r}, expected an integer")
    if log_probs.ndim == 0:
        raise ValueError("input (), expected (C), (N, C) or (N, C, d1, ...)")

    log_probs = np.moveaxis(log_probs, min(1, log_probs.ndim - 1), -1)
    classes = log_probs.shape[-1]  # log_probs is (N, d1, ..., dK, C)
    shape = log_probs.shape[:-1]  # (N, d1, ..., dK)
    dtype = log_probs.dtype
    if weight is None:
        weight = np.ones(classes, dtype)  # (C)
    weight = np.asarray(weight)
    if weight.size == classes and len(shape) > 1:
        weight = weight.reshape(classes)  # with more dimensions, any shape
    if shape == () and target.shape == (1,):
        target = target.reshape(())
    batch = target.shape[:1] or (0,)  # () counts as no rows
    empty = target.size and classes == 0
    unread = target.size == 0 and reduction != "none"
    bytes_ = target.dtype == np.uint8
    kept = target != ignore_index  # (N, d1, ..., dK)
    index = target[kept]  # (M)
    wrong = index[(index < 0) | (index >= classes)]
    found = f"target {target.shape} of {target.dtype}"
    found += f" and weight {weight.shape} of {weight.dtype}"
    for refused, error, expected in (
        (shape and batch != shape[:1], ValueError, f"target {shape}"),
        (target.dtype not in (np.int64, np.uint8), RuntimeError, "int64"),
        (len(shape) == 1 and target.ndim == 0, IndexError, f"target {shape}"),
        (shape == () and target.ndim == 1, ValueError, "target ()"),
        (target.shape != shape, RuntimeError, f"target {shape}"),
        (empty and len(shape) not in (0, 1, 3), RuntimeError, "classes"),
        (weight.shape != (classes,), RuntimeError, f"weight {(classes,)}"),
        (dtype.kind != "f", NotImplementedError, f"floats, not {dtype}"),
        (weight.dtype != dtype, RuntimeError, f"weight of {dtype}"),
        (bytes_ and len(shape) > 1 and not unread, RuntimeError, "int64"),
        (len(wrong), IndexError, f"0 to {classes - 1}, not {wrong}"),
    ):
        if refused:
            raise error(f"{found}, expected {expected}")

    loss = np.zeros(shape, dtype)  # (N, d1, ..., dK)
    loss[kept] = -log_probs[kept, index] * weight[index]
    if reduction == "none":
        return loss
    # float16 is summed in float32, but rounded before the division
    wide = np.promote_types(dtype, np.float32)
    total = loss.sum(dtype=wide).astype(dtype)
    divisor = weight[index].sum(dtype=wide).astype(dtype)
    return total if reduction == "sum" else total / divisor
# --8<-- [end:function]
