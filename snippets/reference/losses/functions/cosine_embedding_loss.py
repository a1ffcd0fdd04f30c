# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def cosine_embedding_loss(input1, input2, target, margin=0, reduction="mean"):
    """The cosine of two vectors: 1 for a similar pair, else at most a margin.

    Shapes: input1, input2 (N, D) and target (N,), or (D,) and (); result ()
    or, for "none", of target's shape. Sizes of 1 are broadcast.
    target: 1 for a similar pair, -1 for a dissimilar one; any other costs 0.
    margin: the cosine up to which a dissimilar pair costs nothing.
    reduction: "mean" over all pairs, "sum" or "none".
    Raises: ValueError for an unknown reduction; RuntimeError for wrong shapes;
    NotImplementedError for complex numbers.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.CosineEmbeddingLoss.html
    """
    input1, input2 = np.asarray(input1), np.asarray(input2)
    target = np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    found = f"{input1.shape}, {input2.shape} and target {target.shape}"
    shapes = f"{found}, expected (N, D), (N, D) and (N,)"
    if target.ndim > 1 or not input1.ndim == input2.ndim == target.ndim + 1:
        raise RuntimeError(shapes)
    try:
        pairs = np.broadcast_shapes(input1.shape, input2.shape)
        np.broadcast_shapes(pairs[:-1], target.shape)
    except ValueError:
        raise RuntimeError(shapes) from None
    if "c" in (input1.dtype.kind, input2.dtype.kind):
        raise NotImplementedError("complex inputs, expected floats")

    def product(x, y):  # (N, D), (N, D) to (N,); float16 is summed in float32
        floats = [v.dtype for v in (x, y) if v.dtype.kind == "f"]
        dtype = np.result_type(*floats or (x, y))
        terms = x.astype(dtype) * y.astype(dtype)  # (N, D)
        if not floats:
            return terms.sum(axis=-1).astype(np.float32)
        wide = np.promote_types(dtype, np.float32)
        return terms.sum(axis=-1, dtype=wide).astype(dtype)

    tiny = float(np.float32(1e-12))  # as in torch; keeps the divisor from 0
    square1 = product(input1, input1) + tiny  # (N,)
    square2 = product(input2, input2) + tiny  # (N,)
    cosine = product(input1, input2) / np.sqrt(square1 * square2)  # (N,)
    similar = np.where(target == 1, 1 - cosine, 0)  # (N,)
    dissimilar = np.where(target == -1, np.maximum(cosine - margin, 0), 0)
    loss = similar + dissimilar  # (N,)
    if reduction == "none":
        return loss
    wide = np.promote_types(loss.dtype, np.float32)  # float16 is summed in float32
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
