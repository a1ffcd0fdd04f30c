# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def nll_loss(input, target, weight=None, ignore_index=-100, reduction="mean"):
    """Minus the entry of the input, a log-probability, at the target class.

    Shapes: input (C), (N, C) or (N, C, d1, ..., dK), log-probabilities;
    target the shape of input without C, class indices (int64 or uint8);
    weight (C); result () or, for "none", the shape of target.
    weight: a factor per class.
    ignore_index: targets of this class index count for nothing.
    reduction: "mean", "sum" or "none"; the mean divides by the sum of the
    targets' weights.
    Raises: ValueError for an unknown reduction, another batch size or an
    input (), RuntimeError for other wrong shapes or a wrong dtype of target
    or weight, IndexError for a class index out of range, TypeError for an
    ignore_index that is no integer, NotImplementedError for an input that is
    not of floats.
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
    batch = target.shape[:1] or (0,)  # () counts as no rows
    if shape and batch != shape[:1]:
        raise ValueError(f"target {target.shape}, expected {shape}")
    if target.dtype not in (np.int64, np.uint8):
        raise RuntimeError(f"target of {target.dtype}, expected int64")
    if len(shape) == 1 and target.ndim == 0:
        raise IndexError(f"target (), expected {shape}")
    if shape == () and target.ndim == 1 and len(target) != 1:
        raise ValueError(f"target {target.shape}, expected ()")
    if shape == () and target.shape == (1,):
        target = target.reshape(())
    unfit = classes == 0 and target.size and len(shape) not in (0, 1, 3)
    if target.shape != shape or unfit:
        raise RuntimeError(f"target {target.shape}, expected {shape}")
    if weight is None:
        weight = np.ones(classes, log_probs.dtype)  # (C)
    weight = np.asarray(weight)
    if weight.size == classes and len(shape) > 1:
        weight = weight.reshape(classes)  # any shape, for more dimensions
    if weight.shape != (classes,):
        raise RuntimeError(f"weight {weight.shape}, expected {(classes,)}")
    dtype = log_probs.dtype
    if dtype.kind != "f":
        raise NotImplementedError(f"{dtype} input, expected floats")
    if weight.dtype != dtype:
        types = f"weight {weight.dtype}, input {dtype}"
        raise RuntimeError(f"{types}, expected equal ones")
    unread = target.size == 0 and reduction != "none"
    if target.dtype == np.uint8 and len(shape) > 1 and not unread:
        raise RuntimeError("target of uint8, expected int64")
    kept = target != ignore_index  # (N, d1, ..., dK)
    index = target[kept]  # (M)
    if ((index < 0) | (index >= classes)).any():
        found = f"class indices {index.min()} to {index.max()}"
        raise IndexError(f"{found}, expected 0 to {classes - 1}")

    loss = np.zeros(shape, dtype)  # (N, d1, ..., dK)
    loss[kept] = -log_probs[kept, index] * weight[index]
    if reduction == "none":
        return loss
    # half precision is summed in single, but rounded before the division
    wide = np.promote_types(dtype, np.float32)
    total = loss.sum(dtype=wide).astype(dtype)
    divisor = weight[index].sum(dtype=wide).astype(dtype)
    return total if reduction == "sum" else total / divisor
# --8<-- [end:function]
