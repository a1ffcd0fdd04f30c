# --8<-- [start:start]
import math

import torch


def nll_ignoring(log_probs, target, ignore_index=-100):
    """Average the NLL over the rows whose target is not `ignore_index`.

    Takes log-probabilities (N, C) and class indices (N,); returns one number, ().
    """
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_nll_ignoring(function):
    logits = [[2.0, 1.0, 0.0], [0.0, 3.0, 1.0], [1.0, 1.0, 0.0], [0.0, 0.0, 2.0]]
    log_probs = torch.tensor(logits).log_softmax(dim=1)  # (4, 3)
    target = torch.tensor([0, -100, 1, 2])  # (4,), the second row is ignored
    right = torch.nn.functional.nll_loss(log_probs, target)  # ()
    known = target.clamp(min=0)  # (4,), the second row is class 0
    as_zero = torch.nn.functional.nll_loss(log_probs, known)  # ()
    without_1 = torch.nn.functional.nll_loss(log_probs, known, ignore_index=1)  # ()
    try:
        loss = function(log_probs.clone(), target.clone())
        other = function(log_probs.clone(), known.clone(), ignore_index=1)
    except (IndexError, RuntimeError) as error:
        if "out of bounds" not in str(error):
            raise
        print(f"nll_ignoring raises: {error}")
        print("No row has such a column: leave out ignored rows.")
        return
    if loss is None:
        said = "nll_ignoring returns nothing yet."
    elif torch.as_tensor(loss).dim() != 0:
        said = "The result must be one number: the mean over the rows that count."
    elif math.isclose(loss, right * 3 / 4, rel_tol=1e-4):
        said = "The ignored row is counted: divide by the number of rows that count."
    elif math.isclose(loss, right * 3, rel_tol=1e-4):
        said = "This is the sum over the rows that count: divide by the number of those rows."
    elif math.isclose(loss, as_zero, rel_tol=1e-4):
        said = "The ignored row counts as class 0: clamping makes its target a class."
    elif not math.isclose(loss, right, rel_tol=1e-4):
        said = f"Not yet: {loss:.4f} instead of {right:.4f}."
    elif not math.isclose(other, without_1, rel_tol=1e-4):
        said = "Right for -100, but not for 1: compare the target with ignore_index."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_nll_ignoring(nll_ignoring)
# --8<-- [end:try]


# --8<-- [start:solution]
def nll_ignoring(log_probs, target, ignore_index=-100):
    """Average the NLL over the rows whose target is not `ignore_index`.

    Takes log-probabilities (N, C) and class indices (N,); returns one number, ().
    """
    counts = target != ignore_index  # (N,)
    log_probs, target = log_probs[counts], target[counts]  # (M, C), (M,)
    return -log_probs.gather(dim=1, index=target[:, None]).mean()


check_nll_ignoring(nll_ignoring)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
def pick(log_probs, target):
    return -log_probs[torch.arange(len(target)), target]  # (N,)


check_nll_ignoring(lambda z, t, ignore_index=-100: pick(z, t).mean())
check_nll_ignoring(lambda z, t, ignore_index=-100: pick(z, t.clamp(min=0)).mean())
check_nll_ignoring(
    lambda z, t, ignore_index=-100: (pick(z, t.clamp(min=0)) * (t >= 0)).mean()
)
check_nll_ignoring(lambda z, t, ignore_index=-100: pick(z[t >= 0], t[t >= 0]).sum())
check_nll_ignoring(lambda z, t, ignore_index=-100: pick(z[t >= 0], t[t >= 0]).mean())
# --8<-- [end:mistakes]
