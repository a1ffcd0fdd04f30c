# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def margin_ranking_loss(input1, input2, target, margin=0, reduction="mean"):
    """How far two scores are from the right order, by at least a margin.

    Shapes: input1, input2, target (*); result () or, for "none", (*). Shapes
    of the same number of dimensions are broadcast.
    target: 1 where input1 should be the larger, -1 where input2 should.
    margin: by how much that score should be larger.
    reduction: "mean" over all elements, "sum" or "none".
    Raises: ValueError for an unknown reduction; RuntimeError for wrong shapes
    and for booleans; NotImplementedError for complex numbers.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.MarginRankingLoss.html
    """
    input1, input2 = np.asarray(input1), np.asarray(input2)
    target = np.asarray(target)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    shapes = f"{input1.shape}, {input2.shape} and target {target.shape}"
    if not input1.ndim == input2.ndim == target.ndim:
        raise RuntimeError(f"{shapes}, expected as many dimensions in each")
    try:
        np.broadcast_shapes(input1.shape, input2.shape, target.shape)
    except ValueError:
        raise RuntimeError(f"{shapes}, expected equal ones") from None
    dtypes = f"{input1.dtype}, {input2.dtype} and target {target.dtype}"
    if bool in (input1.dtype, input2.dtype, target.dtype):
        raise RuntimeError(f"{dtypes}, expected numbers")
    if "c" in (input1.dtype.kind, input2.dtype.kind, target.dtype.kind):
        raise NotImplementedError(f"{dtypes}, expected real numbers")

    def common(*arrays):  # integers beside floats take the floats' dtype
        floats = [x.dtype for x in arrays if x.dtype.kind in "fc"]
        dtype = np.result_type(*floats or arrays)
        return [x.astype(dtype) for x in arrays]

    input1, input2 = common(input1, input2)
    sign, lead = common(-target, input1 - input2)
    product = sign * lead  # (*)
    if product.dtype.kind != "f":
        product = product.astype(np.float32)
    loss = np.maximum(product + margin, 0)  # (*)
    if reduction == "none":
        return loss
    wide = np.promote_types(loss.dtype, np.float32)  # float16 is summed in float32
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    return total.astype(loss.dtype)
# --8<-- [end:function]
