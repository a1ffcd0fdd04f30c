# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def cross_entropy(
    input,
    target,
    weight=None,
    ignore_index=-100,
    reduction="mean",
    label_smoothing=0.0,
):
    """Minus the log of the probability that softmax gives the target class.

    Shapes: input (C), (N, C) or (N, C, d1, ..., dK), logits; target the shape
    of input without C for class indices (int64 or, for some calls, uint8), or
    that of input for class probabilities (floats); weight (C); result () or,
    for "none", the shape of input without C.
    weight: a factor per class.
    ignore_index: targets of this class index count for nothing.
    reduction: "mean", "sum" or "none"; with class indices, the mean divides by
    the sum of the targets' weights; with class probabilities, by the number of
    losses.
    label_smoothing: the part of each target, up to 1, that is spread evenly
    over all classes; none if it is negative.
    Raises: ValueError for an unknown reduction or another batch size;
    RuntimeError for other wrong shapes, a wrong dtype of target or weight, a
    label_smoothing above 1, or probabilities with an ignore_index of 0 or
    more; IndexError for a class index out of range or an input (); TypeError
    for an ignore_index that is not an integer; NotImplementedError for an
    input that is not floating point.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.CrossEntropyLoss.html
    """
    logits, target = np.asarray(input), np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if np.asarray(ignore_index).dtype.kind not in "iu":
        raise TypeError(f"ignore_index {ignore_index!r}, expected an integer")
    soft = target.shape == logits.shape  # class probabilities
    if soft and target.dtype.kind != "f":
        raise RuntimeError(f"{target.dtype} probabilities, expected floats")
    if soft and ignore_index >= 0:
        raise RuntimeError(f"ignore_index {ignore_index} with probabilities")
    if label_smoothing > 1 and not soft:
        raise RuntimeError(f"label_smoothing {label_smoothing}, at most 1")
    if logits.ndim == 0:
        raise IndexError("input (), expected (C), (N, C) or (N, C, d1, ...)")

    axis = min(1, logits.ndim - 1)
    dtype, classes = logits.dtype, logits.shape[axis]
    logits = np.moveaxis(logits, axis, -1)  # (N, d1, ..., dK, C)
    shape = logits.shape[:-1]  # (N, d1, ..., dK)
    given = weight is not None
    weight = np.asarray(weight) if given else np.ones(classes, dtype)  # (C)
    smoothed = label_smoothing > 0
    axes, column = weight.ndim, weight.shape[:1] == (classes,)
    if weight.size == classes and len(shape) > 1 and not soft:
        weight = weight.reshape(classes)  # with more dimensions, any shape
    if soft and weight.shape != (classes,):
        raise RuntimeError(f"weight {weight.shape}, expected {(classes,)}")
    if dtype.kind != "f" and logits.size:
        raise NotImplementedError(f"input of {dtype}, expected floats")
    if label_smoothing > 1:
        raise RuntimeError(f"label_smoothing {label_smoothing}, at most 1")

    def total(x, axis=None):  # float16 is summed in float32
        wide = np.promote_types(x.dtype, np.float32)
        return x.sum(axis, dtype=wide).astype(x.dtype)

    logits = logits.astype(np.promote_types(dtype, np.float32), copy=False)
    shifted = logits - logits.max(-1, keepdims=True, initial=-np.inf)
    sums = np.exp(shifted).sum(-1, keepdims=True)  # (N, d1, ..., dK, 1)
    if len(shape) < 2:
        sums = sums.astype(dtype)  # in float16, torch rounds them
    log_probs = (shifted - np.log(sums)).astype(dtype, copy=False)
    share = float(np.divide(label_smoothing, classes))  # of each class

    if soft:
        target = np.moveaxis(target, axis, -1)  # (N, d1, ..., dK, C)
        if smoothed:
            target = (1 - label_smoothing) * target + share
        # integers beside floats take the floats' dtype
        dtypes = [x.dtype for x in (log_probs, target, weight)]
        dtype = np.result_type(*[x for x in dtypes if x.kind == "f"])
        terms = -(log_probs.astype(dtype) * target * weight.astype(dtype))
        if reduction == "none":
            return total(terms, -1)  # (N, d1, ..., dK)
        if reduction == "sum":
            return total(terms)
        rows = np.divide(terms.size, classes)  # nan without classes
        return (total(terms) / rows).astype(dtype)

    one = shape == () and target.shape == (1,)
    target = target.reshape(()) if one else target
    batch = target.shape[:1] or (0,)  # () counts as no rows
    empty = target.size and classes == 0
    unread = target.size == 0 and reduction != "none"
    bytes_ = target.dtype == np.uint8
    kept = target != ignore_index  # (N, d1, ..., dK)
    index = target[kept]  # (M)
    gathered = smoothed and given and reduction == "mean" and len(index)
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
        (smoothed and axes == 0, IndexError, f"weight {(classes,)}"),
        (smoothed and not column, RuntimeError, f"weight {(classes,)}"),
        (smoothed and one, RuntimeError, "target ()"),
        (gathered and bytes_, RuntimeError, "int64"),
        (gathered and axes != 1, RuntimeError, f"weight {(classes,)}"),
    ):
        if refused:
            raise error(f"{found}, expected {expected}")

    def reduced(loss):
        if reduction == "none":
            return loss
        if reduction == "sum":
            return total(loss)
        return total(loss) / total(weight[index])

    loss = np.zeros(shape, dtype)  # (N, d1, ..., dK)
    loss[kept] = -log_probs[kept, index] * weight[index]
    if not smoothed:
        return reduced(loss)
    spread = np.where(kept, -total(log_probs * weight, -1), 0)

    def scaled(factor, x):  # float16 is multiplied in float32
        return (factor * x.astype(logits.dtype)).astype(dtype)

    return scaled(1 - label_smoothing, reduced(loss)) + scaled(share, reduced(spread))
# --8<-- [end:function]
