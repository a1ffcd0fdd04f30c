# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def hinge_embedding_loss(input, target, margin=1.0, reduction="mean"):
    """A distance that should be small, or else at least a margin.

    Shapes: input, target (*); result () or, for "none", (*). Other shapes
    are broadcast.
    input: distances.
    target: 1 for a similar pair, -1 for a dissimilar one.
    margin: the distance from which a dissimilar pair costs nothing.
    reduction: "mean" over all elements, "sum" or "none".
    Raises: ValueError for an unknown reduction; RuntimeError for wrong shapes,
    a boolean input and the mean of an integer one; NotImplementedError for
    a complex input.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.HingeEmbeddingLoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if input.dtype.kind == "c":
        raise NotImplementedError(f"input {input.dtype}, expected floats")
    integers = np.issubdtype(input.dtype, np.integer)
    if input.dtype == bool or (integers and reduction == "mean"):
        raise RuntimeError(f"input {input.dtype}, expected floats")
    try:
        np.broadcast_shapes(input.shape, target.shape)
    except ValueError:
        shapes = f"input {input.shape} and target {target.shape}"
        raise RuntimeError(f"{shapes}, expected equal ones") from None

    wide = np.int64 if integers else np.promote_types(input.dtype, np.float32)
    limits = (np.iinfo if integers else np.finfo)(input.dtype)
    unchecked = not integers and (input.size == 1 or not np.isfinite(margin))
    if not (limits.min <= margin <= limits.max or unchecked):
        raise RuntimeError(f"margin {margin} does not fit {input.dtype}")

    # A target other than 1 and -1 counts as both, as in torch.
    hinge = np.maximum(np.full_like(input, margin) - input, 0)  # (*)
    similar = np.where(target != -1, input, 0)  # (*)
    dissimilar = np.where(target != 1, hinge, 0)  # (*)
    loss = similar + dissimilar  # (*)
    if reduction == "none":
        return loss
    total = loss.sum(dtype=wide)  # float16 is summed in float32
    if reduction == "mean":
        total = total / loss.size
    return total.astype(wide if integers else loss.dtype)
# --8<-- [end:function]
