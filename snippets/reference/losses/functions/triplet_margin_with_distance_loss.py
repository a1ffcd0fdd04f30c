# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def triplet_margin_with_distance_loss(
    anchor,
    positive,
    negative,
    *,
    distance_function=None,
    margin=1.0,
    swap=False,
    reduction="mean",
):
    """As triplet_margin_loss, with a distance of your own.

    Shapes: anchor, positive, negative with as many dimensions each; result ()
    or, for "none", of the shape that distance_function gives.
    distance_function: the distance of two arrays; Euclidean if None.
    margin: by how much nearer the positive should be; positive.
    swap: whether d(positive, negative) replaces a larger d(anchor, negative).
    reduction: "mean" over all distances, "sum" or "none".
    Raises: ValueError for an unknown reduction or a margin that is not
    positive; RuntimeError for wrong shapes and, if distance_function is None,
    for booleans; and whatever distance_function raises.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.TripletMarginWithDistanceLoss.html
    """
    anchor, positive = np.asarray(anchor), np.asarray(positive)
    negative = np.asarray(negative)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if margin <= 0:
        raise ValueError(f"margin {margin}, expected a positive number")
    shapes = (
        f"anchor {anchor.shape}, positive {positive.shape}, "
        f"negative {negative.shape}, expected equal ones"
    )
    if not anchor.ndim == positive.ndim == negative.ndim:
        raise RuntimeError(shapes)

    def euclidean(x, y):  # (*, D), (*, D) -> (*)
        if bool in (x.dtype, y.dtype):
            raise RuntimeError("a boolean array, expected floats")
        # integers beside floats become floats of that dtype, or float32
        floats = [v.dtype for v in (x, y) if v.dtype.kind in "fc"]
        dtype = np.result_type(*floats or (x, y))
        try:
            difference = x.astype(dtype) - y.astype(dtype)
        except ValueError:
            raise RuntimeError(shapes) from None
        if not floats:
            difference = difference.astype(np.float32)
        difference = difference + 1e-6  # as in torch
        if difference.shape[-1:] == (1,):  # no square overflows
            return np.abs(difference)[..., 0]
        difference = np.atleast_1d(difference)
        # float16 is computed in float32
        wide = np.promote_types(difference.dtype, np.float32)
        norm = np.linalg.norm(difference.astype(wide), axis=-1)
        return norm.astype(difference.real.dtype)

    distance = distance_function or euclidean
    to_positive = distance(anchor, positive)
    to_negative = distance(anchor, negative)
    if swap:
        between = distance(positive, negative)
        to_negative = np.minimum(to_negative, between)
    try:
        loss = np.maximum(margin + to_positive - to_negative, 0)
    except ValueError:
        raise RuntimeError(shapes) from None
    if reduction == "none":
        return loss
    wide = np.promote_types(loss.dtype, np.float32)  # float16 is summed in float32
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
