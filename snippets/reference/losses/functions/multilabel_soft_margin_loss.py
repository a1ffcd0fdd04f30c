# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def multilabel_soft_margin_loss(input, target, weight=None, reduction="mean"):
    """Binary cross-entropy with logits, averaged over the classes of a row.

    Shapes: input, target (C,) or (N, C) or (*, C); weight (C,), or a shape
    that broadcasts; result () or, for "none", (*), without the classes.
    input: logits, floating point, of any size.
    target: 1 for each class that applies, 0 for the others, any dtype but
    bool; unchecked.
    weight: a factor per class; the mean still divides by the number of classes.
    reduction: "mean" over all rows, "sum" or "none".
    Raises: NotImplementedError for an input that is not floating point;
    RuntimeError for a bool target or shapes that do not broadcast;
    IndexError for an input without dimensions; ValueError for an unknown
    reduction (TypeError if it is not a string).
    docs.pytorch.org/docs/2.13/generated/torch.nn.MultiLabelSoftMarginLoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if not np.issubdtype(input.dtype, np.floating):
        raise NotImplementedError(f"input {input.dtype}, expected floats")
    if target.dtype == bool:
        raise RuntimeError("target bool, expected numbers")
    try:
        np.broadcast_shapes(input.shape, target.shape, np.shape(weight))
    except ValueError:
        shapes = f"target {target.shape} and weight {np.shape(weight)}"
        message = f"{shapes}, expected to fit {input.shape}"
        raise RuntimeError(message) from None
    if input.ndim == 0:
        raise IndexError("input without dimensions, expected (C,) or more")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(reduction + ", expected none, mean or sum")

    def to_float(x):  # integers become floats, of the input's dtype
        return x if x.dtype.kind == "f" else x.astype(input.dtype)

    # log p and log(1 - p) for p = sigmoid(z): exp sees no positive number
    z = input.astype(np.promote_types(input.dtype, np.float32))  # (*, C)
    rest = np.log1p(np.exp(-np.abs(z)))  # (*, C)
    log_yes = (np.minimum(z, 0) - rest).astype(input.dtype)  # (*, C)
    log_no = (np.minimum(-z, 0) - rest).astype(input.dtype)  # (*, C)
    yes, no = to_float(target), to_float(1 - target)  # (*, C)
    loss = -(yes * log_yes + no * log_no)  # (*, C)
    if weight is not None:
        loss = loss * to_float(np.asarray(weight))
    # float16 is summed and divided in float32
    wide = np.promote_types(loss.dtype, np.float32)
    total = loss.sum(axis=input.ndim - 1, dtype=wide).astype(loss.dtype)
    mean = total.astype(wide) / input.shape[-1]
    loss = mean.astype(loss.dtype)  # (*)
    if reduction == "none":
        return loss
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
