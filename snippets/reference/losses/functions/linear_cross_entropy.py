# --8<-- [start:function]
import warnings

import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def linear_cross_entropy(
    input,
    linear_weight,
    target,
    *,
    linear_bias=None,
    weight=None,
    reduction="mean",
    ignore_index=None,
    label_smoothing=0.0,
    options=None,
):
    """The cross entropy of the logits that a linear layer computes.

    Shapes: input (F) or (N, F), features; linear_weight (C, F) or, for (N, F)
    only, (C, d1, ..., dK, F); linear_bias the shape of linear_weight without
    F; the logits are (C), (N, C) or (N, C, d1, ..., dK); target the shape of
    the logits without C for class indices (int64 or uint8), or all of it for
    class probabilities (floats); weight (C); result () or, for "none", the
    shape of the logits without C.
    weight: a factor per class.
    reduction: "mean", "sum" or "none"; the mean over class indices divides by
    the sum of their weights, that over probabilities by their number.
    ignore_index: targets of this class index count for nothing; None means
    -100, and is all that goes with probabilities.
    label_smoothing: the part of each target, up to 1, that is spread evenly
    over all classes; none if it is negative.
    options: torch's LinearCrossEntropyOptions, by which it never holds all
    logits at once. Has no effect here but torch's warning where it has none
    there: the result is the same.
    Raises: ValueError for an unknown reduction or another batch size,
    RuntimeError for other wrong shapes, a wrong dtype, label_smoothing above
    1, probabilities with an ignore_index, IndexError for a class index out of
    range, TypeError for an ignore_index that is no integer,
    NotImplementedError for an input that is not of floats.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.LinearCrossEntropyLoss.html
    """
    input, linear_weight = np.asarray(input), np.asarray(linear_weight)
    target = np.asarray(target)
    if input.ndim not in (1, 2):
        raise RuntimeError(f"input {input.shape}, expected (F) or (N, F)")
    if linear_weight.ndim < 2 or linear_weight.shape[-1] != input.shape[-1]:
        expected = f"expected (C, ..., {input.shape[-1]})"
        raise RuntimeError(f"linear_weight {linear_weight.shape}, {expected}")
    heads = linear_weight.shape[:-1]  # (C, d1, ..., dK)
    if linear_bias is not None and np.shape(linear_bias) != heads:
        shape = np.shape(linear_bias)
        raise RuntimeError(f"linear_bias {shape}, expected {heads}")
    if len(heads) > 1 and input.ndim == 1:
        raise RuntimeError(f"input {input.shape}, expected (N, F)")
    soft = target.shape == input.shape[:-1] + heads  # class probabilities
    if soft and ignore_index is not None:
        raise RuntimeError(f"ignore_index {ignore_index} with probabilities")
    if options is not None and (
        len(heads) > 1
        or reduction not in ("none", "mean", "sum")
        or label_smoothing != 0
        or target.dtype != np.int64
    ):
        warnings.warn("options have no effect with these", stacklevel=2)
    if linear_bias is None:
        linear_bias = np.zeros(heads, input.dtype)
    linear_bias = np.asarray(linear_bias)
    if not input.dtype == linear_weight.dtype == linear_bias.dtype:
        found = f"{input.dtype}, {linear_weight.dtype}, {linear_bias.dtype}"
        raise RuntimeError(f"{found}, expected one dtype")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    ignore_index = -100 if ignore_index is None else ignore_index
    if np.asarray(ignore_index).dtype.kind not in "iu":
        raise TypeError(f"ignore_index {ignore_index!r}, expected an integer")
    if label_smoothing > 1:
        raise RuntimeError(f"label_smoothing {label_smoothing}, at most 1")
    if soft and not np.issubdtype(target.dtype, np.floating):
        raise RuntimeError(f"{target.dtype} probabilities, expected floats")
    if not np.issubdtype(input.dtype, np.floating):
        raise NotImplementedError(f"input of {input.dtype}, expected floats")

    logits = np.tensordot(input, linear_weight, axes=(-1, -1)) + linear_bias
    axis = min(1, logits.ndim - 1)  # that of the classes: (N, C, d1, ..., dK)
    logits = np.moveaxis(logits, axis, -1)  # (N, d1, ..., dK, C)
    classes = logits.shape[-1]
    if weight is None:
        weight = np.ones(classes, logits.dtype)  # (C)
    weight = np.asarray(weight)
    if weight.size == classes and logits.ndim > 2 and not soft:
        weight = weight.reshape(classes)  # any shape, for more dimensions
    if weight.shape != (classes,):
        raise RuntimeError(f"weight {weight.shape}, expected {(classes,)}")

    shifted = logits - logits.max(-1, keepdims=True, initial=-np.inf)
    log_probs = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    share = label_smoothing / max(1, classes)  # of each class

    if soft:
        target = np.moveaxis(target, axis, -1)  # (N, d1, ..., dK, C)
        if label_smoothing > 0:
            target = (1 - label_smoothing) * target + share
        loss = -(log_probs * target * weight).sum(-1)  # (N, d1, ..., dK)
        divisor = min(loss.size, logits.size)  # 0 if there are no classes
    else:
        shape = logits.shape[:-1]  # (N, d1, ..., dK)
        if shape and target.shape[:1] != shape[:1]:
            raise ValueError(f"target {target.shape}, expected {shape}")
        bytes_too = target.dtype == np.uint8 and len(shape) < 2
        if target.dtype != np.int64 and not bytes_too:
            raise RuntimeError(f"target of {target.dtype}, expected int64")
        if shape == () and target.ndim == 1 and len(target) != 1:
            raise ValueError(f"target {target.shape}, expected ()")
        if shape == () and target.shape == (1,) and not label_smoothing > 0:
            target = target.reshape(())
        if target.shape != shape:
            raise RuntimeError(f"target {target.shape}, expected {shape}")
        if weight.dtype != logits.dtype:
            types = f"weight {weight.dtype}, input {logits.dtype}"
            raise RuntimeError(f"{types}, expected equal ones")
        ignored = target == ignore_index  # (N, d1, ..., dK)
        index = np.where(ignored, 0, target)  # (N, d1, ..., dK)
        if ((index < 0) | (index >= classes)).any():
            found = f"class indices {index.min()} to {index.max()}"
            raise IndexError(f"{found}, expected 0 to {classes - 1}")

        picked = np.take_along_axis(log_probs, index[..., None], -1)[..., 0]
        loss = -picked * weight[index]  # (N, d1, ..., dK)
        if label_smoothing > 0:
            spread = -(log_probs * weight).sum(-1)  # (N, d1, ..., dK)
            loss = (1 - label_smoothing) * loss + share * spread
        loss = np.where(ignored, 0, loss)
        divisor = np.where(ignored, 0, weight[index]).sum()
        if label_smoothing > 0:  # torch adds two means; the first is 0 / 0
            divisor = divisor or np.nan

    if reduction == "none":
        return loss
    return loss.sum() if reduction == "sum" else loss.sum() / divisor
# --8<-- [end:function]
