# --8<-- [start:function]
import warnings

import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def kl_div(input, target, reduction="mean", log_target=False):
    """Kullback-Leibler divergence of the target from the prediction.

    Shapes: input, target (*), or shapes that broadcast; result () or, for
    "none", (*).
    input: log-probabilities of the model.
    target: probabilities, or log-probabilities with log_target.
    reduction: "batchmean" over the first dimension of input, "sum", "none" or
    "mean" over all elements, which is not the divergence and warns.
    log_target: whether the target is given as log-probabilities.
    Raises: ValueError for an unknown reduction; TypeError for a log_target
    other than True or False; RuntimeError for shapes that do not broadcast or
    a dtype that is not floating-point.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.KLDivLoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    if reduction not in ("none", "batchmean", "mean", "sum"):
        expected = "none, batchmean, mean or sum"
        raise ValueError(f"reduction {reduction!r}, expected {expected}")
    if reduction == "mean":
        message = "mean divides by all elements, batchmean by the batch size"
        warnings.warn(f"reduction: {message}", stacklevel=2)
    if not isinstance(log_target, (bool, np.bool_)):
        raise TypeError(f"log_target {log_target!r}, expected True or False")
    if input.dtype.kind != "f" or target.dtype.kind != "f":
        dtypes = f"input {input.dtype} and target {target.dtype}"
        raise RuntimeError(f"{dtypes}, expected floating-point ones")
    try:
        np.broadcast_shapes(input.shape, target.shape)
    except ValueError:
        shapes = f"input {input.shape} and target {target.shape}"
        raise RuntimeError(f"{shapes}, expected equal ones") from None

    if log_target:
        loss = np.exp(target) * (target - input)  # (*)
    else:
        # (*), where a probability of 0 has p log p = 0
        entropy = np.where(target == 0, 0, target * np.log(target))
        loss = entropy - target * input  # (*)
    if reduction == "none":
        return loss
    wide = np.promote_types(loss.dtype, np.float32)  # float16 is summed in float32
    total = loss.sum(dtype=wide)
    if reduction == "mean":
        total = total / loss.size
    total = total.astype(loss.dtype)
    if reduction == "batchmean" and input.ndim > 0:
        total = (total.astype(wide) / input.shape[0]).astype(loss.dtype)
    return total
# --8<-- [end:function]
