# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def triplet_margin_loss(
    anchor,
    positive,
    negative,
    margin=1.0,
    p=2,
    eps=1e-6,
    swap=False,
    reduction="mean",
):
    """The anchor should be nearer to the positive than to the negative.

    Shapes: anchor, positive, negative (*, D); result () or, for "none", (*).
    Shapes of the same number of dimensions are broadcast.
    margin: by how much nearer it should be; positive.
    p: which norm of the difference is the distance.
    eps: added to each difference.
    swap: whether d(positive, negative) replaces a larger d(anchor, negative).
    reduction: "mean" over all triplets, "sum" or "none".
    Raises: ValueError for an unknown reduction or a margin that is not
    positive; RuntimeError for wrong shapes and for booleans; TypeError for
    a swap other than True or False.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.TripletMarginLoss.html
    """
    anchor, positive = np.asarray(anchor), np.asarray(positive)
    negative = np.asarray(negative)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if margin <= 0:
        raise ValueError(f"margin {margin}, expected a positive number")
    if not isinstance(swap, (bool, np.bool_)):
        raise TypeError(f"swap {swap!r}, expected True or False")
    shapes = (
        f"anchor {anchor.shape}, positive {positive.shape}, "
        f"negative {negative.shape}, expected equal ones"
    )
    if not anchor.ndim == positive.ndim == negative.ndim:
        raise RuntimeError(shapes)
    if bool in (anchor.dtype, positive.dtype, negative.dtype):
        raise RuntimeError("a boolean array, expected floats")

    def distance(x, y):  # (*, D), (*, D) -> (*)
        # integers beside floats become floats of that dtype, or float32
        floats = [v.dtype for v in (x, y) if v.dtype.kind in "fc"]
        dtype = np.result_type(*floats or (x, y))
        difference = x.astype(dtype) - y.astype(dtype)
        if not floats:
            difference = difference.astype(np.float32)
        difference = difference + eps
        if difference.shape[-1:] == (1,) and p != 0:  # no power overflows
            return np.abs(difference)[..., 0]
        difference = np.atleast_1d(difference)
        if (p < 0 or p == np.inf) and difference.shape[-1] == 0:
            raise RuntimeError(f"{shapes}, not empty, for p {p}")
        # float16 is computed in float32
        wide = np.promote_types(difference.dtype, np.float32)
        norm = np.linalg.norm(difference.astype(wide), p, axis=-1)
        return norm.astype(difference.real.dtype)

    try:
        to_positive = distance(anchor, positive)
        to_negative = distance(anchor, negative)
        if swap:
            between = distance(positive, negative)
            to_negative = np.minimum(to_negative, between)
        loss = np.maximum(margin + to_positive - to_negative, 0)  # (*)
    except ValueError:  # from broadcasting
        raise RuntimeError(shapes) from None
    if reduction == "none":
        return loss
    wide = np.promote_types(loss.dtype, np.float32)  # float16 is summed in float32
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
