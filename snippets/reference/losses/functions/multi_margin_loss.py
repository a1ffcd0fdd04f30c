# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def multi_margin_loss(
    input, target, p=1, margin=1.0, weight=None, reduction="mean"
):
    """How far other classes come within a margin of the target's score.

    Shapes: input (C) or (N, C), scores; target () or (N), class indices
    (int64); weight (C); result () or, for "none", the shape of target.
    p: the power of each violation of the margin, 1 or 2.
    margin: by how much the target's score should exceed every other.
    weight: a factor per class; each row gets the factor of its target. The
    mean still divides by the number of rows.
    reduction: "mean", "sum" or "none". For an empty batch, the mean is nan
    and the sum 0 here; torch returns uninitialised memory for both.
    Raises: ValueError for an unknown reduction, another p or a weight that is
    not one-dimensional; RuntimeError for other wrong shapes, a wrong dtype of
    target or weight, or a class index out of range; TypeError for a margin
    that is not a number; NotImplementedError for an input that is neither
    float32 nor float64.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.MultiMarginLoss.html
    """
    scores, target = np.asarray(input), np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if p not in (1, 2):
        raise ValueError(f"p {p!r}, expected 1 or 2")
    if weight is not None and np.ndim(weight) != 1:
        raise ValueError(f"weight {np.shape(weight)}, expected (C,)")
    if np.asarray(margin).dtype.kind not in "biuf":
        raise TypeError(f"margin {margin!r}, expected a number")
    if scores.ndim > 2 or 0 in scores.shape[-1:]:
        raise RuntimeError(f"input {scores.shape}, expected (C), (N, C), C > 0")
    shape = target.shape  # of the result
    scores = np.atleast_2d(scores)  # (N, C)
    rows, classes = scores.shape
    if len(shape) > 1 or target.size != rows:
        raise RuntimeError(f"target {shape}, expected {(rows,)}")
    if weight is not None and len(weight) != classes:
        raise RuntimeError(f"weight {np.shape(weight)}, expected {(classes,)}")
    if rows == 0 and reduction == "none":
        return np.zeros(shape, scores.dtype)  # of any dtype
    if scores.dtype not in (np.float32, np.float64):
        types = "float32 or float64"
        raise NotImplementedError(f"input of {scores.dtype}, expected {types}")
    if target.dtype != np.int64:
        raise RuntimeError(f"target of {target.dtype}, expected int64")
    if weight is None:
        weight = np.ones(classes, scores.dtype)  # (C)
    weight, target = np.asarray(weight), target.reshape(rows, 1)  # (C), (N, 1)
    if weight.dtype != scores.dtype:
        raise RuntimeError(f"weight of {weight.dtype}, not {scores.dtype}")
    if ((target < 0) | (target >= classes)).any():
        found = f"class indices {target.min()} to {target.max()}"
        raise RuntimeError(f"{found}, expected 0 to {classes - 1}")

    right = np.take_along_axis(scores, target, axis=1)  # (N, 1)
    excess = margin - right + scores  # (N, C), how far within the margin
    power = excess if p == 1 else excess**2  # (N, C)
    counts = (excess > 0) & (np.arange(classes) != target)  # (N, C), not nan
    terms = np.where(counts, weight[target] * power, 0)  # (N, C)
    loss = terms.sum(axis=1).reshape(shape) / classes
    if reduction == "none":
        return loss
    total = loss.sum(dtype=np.float64)  # as in torch
    if reduction == "mean":
        total = total / rows
    return total.astype(loss.dtype)
# --8<-- [end:function]
