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
    if shape and target.shape[:1] != shape[:1]:
        raise ValueError(f"target {target.shape}, expected {shape}")
    bytes_too = target.dtype == np.uint8 and len(shape) < 2
    if target.dtype != np.int64 and not bytes_too:
        raise RuntimeError(f"target of {target.dtype}, expected int64")
    if shape == () and target.ndim == 1 and len(target) != 1:
        raise ValueError(f"target {target.shape}, expected ()")
    if shape == () and target.shape == (1,):
        target = target.reshape(())
    if target.shape != shape:
        raise RuntimeError(f"target {target.shape}, expected {shape}")
    if weight is None:
        weight = np.ones(classes, log_probs.dtype)  # (C)
    weight = np.asarray(weight)
    if weight.size == classes and len(shape) > 1:
        weight = weight.reshape(classes)  # any shape, for more dimensions
    if weight.shape != (classes,):
        raise RuntimeError(f"weight {weight.shape}, expected {(classes,)}")
    if not np.issubdtype(log_probs.dtype, np.floating):
        raise NotImplementedError(f"{log_probs.dtype} input, expected floats")
    if weight.dtype != log_probs.dtype:
        types = f"weight {weight.dtype}, input {log_probs.dtype}"
        raise RuntimeError(f"{types}, expected equal ones")

    ignored = target == ignore_index  # (N, d1, ..., dK)
    index = np.where(ignored, 0, target)  # (N, d1, ..., dK)
    if ((index < 0) | (index >= classes)).any():
        found = f"class indices {index.min()} to {index.max()}"
        raise IndexError(f"{found}, expected 0 to {classes - 1}")
    picked = np.take_along_axis(log_probs, index[..., None], -1)[..., 0]
    loss = np.where(ignored, 0, -picked * weight[index])  # (N, d1, ..., dK)
    if reduction == "none":
        return loss
    divisor = np.where(ignored, 0, weight[index]).sum()
    return loss.sum() if reduction == "sum" else loss.sum() / divisor
# --8<-- [end:function]
