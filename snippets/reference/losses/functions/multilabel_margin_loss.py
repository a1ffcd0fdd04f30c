# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def multilabel_margin_loss(input, target, reduction="mean"):
    """Hinge loss: each label's score should exceed each non-label's by one.

    Shapes: input (C,) or (N, C); target the same; result () or, for "none",
    (N,) for an input (N, C).
    input: scores, float32 or float64.
    target: int64; each row lists the indices of its labels, from 0 to C - 1,
    then a -1; what follows the first -1 is ignored, but must be in range.
    reduction: "mean" over all rows, "sum" or "none".
    Raises: ValueError for an unknown reduction; RuntimeError for wrong shapes
    and for a target out of range or of a dtype other than int64;
    NotImplementedError for any other dtype of input.
    docs.pytorch.org/docs/2.13/generated/torch.nn.MultiLabelMarginLoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    scores, labels = np.atleast_2d(input), np.atleast_2d(target)  # (N, C)
    if scores.ndim != 2 or scores.shape[1] == 0:
        raise RuntimeError(f"input {input.shape}, expected (C,) or (N, C)")
    one_row = input.ndim < 2
    if labels.shape != scores.shape or (target.ndim < 2) != one_row:
        raise RuntimeError(f"target {target.shape}, expected {input.shape}")
    classes = scores.shape[1]
    wrong = ~((labels >= -1) & (labels < classes))  # (N, C)
    if wrong.any():
        raise RuntimeError(
            f"target {labels[wrong][0]}, expected -1 to {classes - 1}"
        )
    if input.size == 0 and reduction == "none":
        return np.zeros(input.shape[:1], input.dtype)  # of any dtype
    if input.dtype not in (np.float32, np.float64):
        raise NotImplementedError(f"input {input.dtype}, expected float32, 64")
    if target.dtype != np.int64:
        raise RuntimeError(f"target {target.dtype}, expected int64")

    # true up to the first -1: these entries of the target are labels
    listed = np.logical_and.accumulate(labels >= 0, axis=1)  # (N, C)
    row, place = np.nonzero(listed)
    is_label = np.zeros(scores.shape, bool)  # (N, C) one place per class
    is_label[row, labels[row, place]] = True

    # [n, j, i] is how far label j of row n lacks a margin of 1 to class i
    of_label = np.take_along_axis(scores, labels, axis=1)  # (N, C)
    lack = 1 - of_label[:, :, None] + scores[:, None, :]  # (N, C, C)
    pairs = listed[:, :, None] & ~is_label[:, None, :]  # (N, C, C)
    # only where it is above 0, so nan counts as 0, as in torch
    lack = np.where(pairs & (lack > 0), lack, 0)
    loss = lack.sum(axis=(1, 2)) / classes  # (N,)
    if one_row:
        return loss[0]
    if reduction == "none":
        return loss
    # torch leaves the mean and the sum of no rows undefined
    total = loss.sum(dtype=np.float64)  # as in torch
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
