# --8<-- [start:function]
import numpy as np


@np.errstate(all="ignore")  # inf and nan come without a warning, as in torch
def ctc_loss(
    log_probs, targets, input_lengths, target_lengths, blank=0,
    reduction="mean", zero_infinity=False,
):
    """Negative log of the probability of all alignments with the target.

    Shapes: log_probs (T, N, C) or (T, C); targets (N, S) or, concatenated,
    (sum(target_lengths),); lengths (N,), for (T, C) also (); result () or, for
    "none", (N,).
    log_probs: log-probabilities of C classes at each of T time steps.
    targets: class indices; those beyond a target's length are not read.
    input_lengths, target_lengths: two integer arrays, or two lists or tuples.
    blank: the class index that stands for no label.
    reduction: "mean" of the losses, each divided by its target length; "sum"
    or "none".
    zero_infinity: whether the loss is 0 where no alignment is possible.
    Raises: ValueError for an unknown reduction; RuntimeError for wrong shapes,
    lengths or blank; TypeError for any of these with the wrong type;
    NotImplementedError for a log_probs dtype other than float32 or float64;
    IndexError for a class index out of range, which torch does not check.
    https://docs.pytorch.org/docs/2.13/generated/torch.nn.CTCLoss.html
    """
    log_probs, targets = np.asarray(log_probs), np.asarray(targets)
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"reduction {reduction!r}, expected none, mean or sum")
    if isinstance(blank, bool) or not isinstance(blank, (int, np.integer)):
        raise TypeError(f"blank {blank!r}, expected an integer")
    if not isinstance(zero_infinity, (bool, np.bool_)):
        raise TypeError(f"zero_infinity {zero_infinity!r}, expected a bool")
    lengths = input_lengths, target_lengths
    arrays = all(isinstance(length, np.ndarray) for length in lengths)
    if not arrays and not all(isinstance(x, (list, tuple)) for x in lengths):
        raise TypeError(f"lengths {lengths}, expected two arrays or two lists")
    for length in map(np.asarray, lengths):
        if length.dtype.kind not in "iu" and (arrays or length.size):
            error = RuntimeError if arrays else TypeError
            raise error(f"lengths of dtype {length.dtype}, expected integers")
    batched = log_probs.ndim == 3
    if not batched:
        log_probs = log_probs[:, None]  # (T, 1, C)
    if log_probs.dtype not in (np.float32, np.float64):
        dtype = log_probs.dtype
        raise NotImplementedError(f"log_probs {dtype}, expected float32 or 64")
    if log_probs.ndim != 3 or log_probs.size == 0:
        shape = log_probs.shape
        raise RuntimeError(f"log_probs {shape}, expected (T, N, C), not empty")
    T, N, C = log_probs.shape
    if not 0 <= blank < C:
        raise RuntimeError(f"blank {blank}, expected 0 to {C - 1}")
    for length in map(np.asarray, lengths):
        if length.size != N or length.min() < 0:
            raise RuntimeError(f"lengths {length}, expected {N}, none below 0")
    input_lengths = np.ravel(input_lengths).astype(np.int64)  # (N,)
    target_lengths = np.ravel(target_lengths).astype(np.int64)  # (N,)
    if input_lengths.max() > T:
        raise RuntimeError(f"input_lengths {input_lengths}, expected up to {T}")
    S = target_lengths.max()
    if targets.ndim == 1:
        wrong = targets.size != target_lengths.sum()
    else:
        wrong = targets.ndim != 2 or len(targets) != N or targets.shape[1] < S
    if wrong:
        expected = f"({N}, {S}) or ({target_lengths.sum()},)"
        raise RuntimeError(f"targets {targets.shape}, expected {expected}")

    inside = np.arange(S) < target_lengths[:, None]  # (N, S)
    # (N, S), with blanks after the end of a shorter target
    labels = np.full((N, S), blank, np.int64)
    labels[inside] = targets if targets.ndim == 1 else targets[:, :S][inside]
    if ((labels < 0) | (labels >= C)).any():
        raise IndexError(f"targets {targets}, expected 0 to {C - 1}")

    def log_sum_exp(terms):  # (K, ...) to (...)
        largest = np.max(terms, axis=0)
        largest = np.where(largest == -np.inf, 0, largest)
        return np.log(np.exp(terms - largest).sum(axis=0)) + largest

    # the states of a path: a blank before, between and after the labels
    states = np.full((N, 2 * S + 1), blank, np.int64)
    states[:, 1::2] = labels
    # a blank may be skipped, but not between equal labels
    skippable = states != np.roll(states, 2, axis=1)  # (N, 2S+1)
    log_p = np.take_along_axis(log_probs, states[None], axis=2)  # (T, N, 2S+1)
    log_p[0, :, 2:] = -np.inf  # a path begins in one of the first two states

    # log of the probability of all paths that are in state s at this step,
    # after two columns of -inf, so that s - 1 and s - 2 always exist
    alpha = np.full((N, 2 * S + 3), -np.inf, log_probs.dtype)
    alpha[:, 2] = 0  # before the first step, only state 0, without cost
    for t in range(T):
        stay, step = alpha[:, 2:], alpha[:, 1:-1]  # (N, 2S+1)
        skip = np.where(skippable, alpha[:, :-2], -np.inf)  # (N, 2S+1)
        following = log_sum_exp(np.stack([stay, step, skip])) + log_p[t]
        running = t < input_lengths[:, None]  # (N, 1)
        alpha[:, 2:] = np.where(running, following, stay)

    # a path ends in the last blank or in the last label, if there is one
    n, last = np.arange(N), 2 * target_lengths + 2
    ends = np.stack([alpha[n, last], alpha[n, last - 1]])  # (2, N)
    loss = -np.where(target_lengths > 0, log_sum_exp(ends), ends[0])  # (N,)
    if zero_infinity:
        loss = np.where(loss == np.inf, 0, loss)
    if reduction == "none":
        return loss if batched else loss[0]
    if reduction == "sum":
        return loss.sum()
    divisors = np.maximum(target_lengths, 1).astype(loss.dtype)  # (N,)
    return (loss / divisors).sum() / N
# --8<-- [end:function]
