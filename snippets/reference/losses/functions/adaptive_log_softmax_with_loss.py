# --8<-- [start:function]
from collections import namedtuple

import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def adaptive_log_softmax_with_loss(
    input, target, cutoffs, head_weight, tail_weights, head_bias=None
):
    """Cross-entropy by way of clusters of rare classes.

    torch has no function for this loss: torch's module holds the weights, and
    the arguments here are the parts of that module. Result: the named tuple of
    the module's forward, with output, the target's log-probability per row,
    and loss, minus the mean of output.
    Shapes: input (F) or (N, F); target () or (N), class indices (int64);
    output the shape of target; loss ().
    cutoffs: where clusters begin, without the number of classes; increasing.
    head_weight: (cutoffs[0] + clusters, F), the module's head.weight: a row
    per class below cutoffs[0], then one per cluster.
    tail_weights: per cluster, the weights of its two layers in the module's
    tail, (H, F) and (its number of classes, H).
    head_bias: (cutoffs[0] + clusters), the module's head.bias.
    Raises: ValueError for wrong cutoffs; RuntimeError for wrong shapes, wrong
    dtypes or a class index out of range.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.AdaptiveLogSoftmaxWithLoss.html
    """
    input, target = np.asarray(input), np.asarray(target)
    sizes = [*cutoffs[:1], *(len(second) for _, second in tail_weights)]
    edges = np.cumsum(sizes).astype(int)  # the last: the number of classes
    if len(cutoffs) == 0 or min(sizes) < 1 or [*edges[:-1]] != [*cutoffs]:
        found = f"cutoffs {cutoffs}, clusters of {sizes[1:]} classes"
        raise ValueError(f"{found}, expected increasing and matching ones")
    features = head_weight.shape[1]
    if input.ndim - 1 != target.ndim or target.ndim > 1:
        shapes = f"input {input.shape}, target {target.shape}"
        raise RuntimeError(f"{shapes}, expected (N, F), (N) or (F), ()")
    if input.shape != (*target.shape, features):
        expected = (*target.shape, features)
        raise RuntimeError(f"input {input.shape}, expected {expected}")
    if head_weight.dtype != input.dtype:
        types = f"input {input.dtype}, head_weight {head_weight.dtype}"
        raise RuntimeError(f"{types}, expected equal ones")
    if target.dtype not in (np.int32, np.int64):
        raise RuntimeError(f"target of {target.dtype}, expected int64")
    if ((target < 0) | (target >= edges[-1])).any():
        found = f"class indices {target.min()} to {target.max()}"
        raise RuntimeError(f"{found}, expected 0 to {edges[-1] - 1}")

    def log_softmax(logits):  # (..., classes)
        shifted = logits - logits.max(-1, keepdims=True)
        return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))

    rows, classes = input.reshape(-1, features), target.reshape(-1)
    output = np.zeros(len(rows), rows.dtype)  # (N)
    column = classes.copy()  # (N), of the head: the class or its cluster
    for i, (first, second) in enumerate(tail_weights):
        start, stop = edges[i], edges[i + 1]
        here = (start <= classes) & (classes < stop)  # (N)
        log_probs = log_softmax(rows[here] @ first.T @ second.T)
        output[here] = log_probs[np.arange(here.sum()), classes[here] - start]
        column[here] = edges[0] + i
    head = rows @ head_weight.T + (0 if head_bias is None else head_bias)
    output += log_softmax(head)[np.arange(len(rows)), column]  # (N)
    loss = -output.sum() / len(rows)
    result = namedtuple("ASMoutput", "output loss")
    return result(output.reshape(target.shape), loss)
# --8<-- [end:function]
