# --8<-- [start:start]
import math

import torch


def loss_floor(q):
    """The smallest mean cross-entropy that any logits reach with the targets q.

    Takes soft targets (N, C), whose rows add up to one; returns one number, ().
    """
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_loss_floor(function):
    q = torch.tensor([[0.2, 0.7, 0.1], [0.5, 0.5, 0.0]])  # (2, 3), one entry is 0
    right = -torch.xlogy(q, q).sum(dim=1).mean()  # ()
    floor = function(q.clone())
    if floor is None:
        said = "loss_floor returns nothing yet."
    elif torch.as_tensor(floor).dim() != 0:
        said = "The floor of a mean is one number: average over the rows."
    elif not math.isfinite(floor):
        said = "A class of probability zero makes this nan: let 0 times log 0 count as 0."
    elif math.isclose(floor, 0):
        said = "Zero is the floor of one-hot targets only: the best p is q, not one-hot."
    elif math.isclose(floor, -right, rel_tol=1e-4):
        said = "The sign is reversed: a cross-entropy is never negative."
    elif math.isclose(floor, 2 * right, rel_tol=1e-4):
        said = "This is the sum of both rows: return their mean."
    elif math.isclose(floor, right / 3, rel_tol=1e-4):
        said = "The mean is over the rows only: add up the terms of the classes."
    elif math.isclose(floor, right / math.log(2), rel_tol=1e-4):
        said = "These are bits: the loss uses the natural logarithm."
    elif not math.isclose(floor, right, rel_tol=1e-4):
        said = f"Not yet: {floor:.4f} instead of {right:.4f}."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_loss_floor(loss_floor)
# --8<-- [end:try]


# --8<-- [start:solution]
def loss_floor(q):
    """The smallest mean cross-entropy that any logits reach with the targets q.

    Takes soft targets (N, C), whose rows add up to one; returns one number, ().
    """
    terms = -torch.xlogy(q, q)  # (N, C), -q log q, and 0 where q is 0
    return terms.sum(dim=1).mean()  # the mean entropy of the rows


check_loss_floor(loss_floor)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
check_loss_floor(lambda q: 0.0)
check_loss_floor(lambda q: -(q * q.log()).sum(dim=1).mean())
check_loss_floor(lambda q: torch.xlogy(q, q).sum(dim=1).mean())
check_loss_floor(lambda q: -torch.xlogy(q, q).sum())
check_loss_floor(lambda q: -torch.xlogy(q, q).mean())
# --8<-- [end:mistakes]
