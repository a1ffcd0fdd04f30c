# --8<-- [start:start]
import math

import torch


def weighted_mean(losses, target, weight):
    """The mean of the losses under class weights, and the divisor of that mean.

    Takes losses (N,), class indices (N,) and weights (C,); returns two numbers.
    """
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_weighted_mean(function):
    losses = torch.tensor([1.0, 2.0, 4.0, 3.0])  # (4,)
    target = torch.tensor([0, 2, 2, 0])  # (4,)
    weight = torch.tensor([1.0, 2.0, 5.0])  # (3,)
    found = function(losses.clone(), target.clone(), weight.clone())
    if found is None:
        said = "weighted_mean returns nothing yet."
    elif not isinstance(found, (tuple, list)) or len(found) != 2:
        said = "Return two numbers: the mean and its divisor."
    elif any(torch.as_tensor(number).dim() != 0 for number in found):
        said = "The mean and its divisor are one number each: add up over the rows."
    elif math.isclose(found[0], losses.mean()):
        said = "All rows count the same here: weight[target] holds one weight per row."
    elif math.isclose(found[1], 4):
        said = "The divisor is the number of rows: it must be the sum of their weights."
    elif math.isclose(found[1], weight.sum()):
        said = "The divisor counts each class once: add up one weight per row."
    elif math.isclose(found[0], 34):
        said = "This is the weighted sum: divide it by the divisor that you return."
    elif not (math.isclose(found[0], 34 / 12, rel_tol=1e-4) and found[1] == 12):
        said = f"Not yet: {found[0]:.4f} and {found[1]:.4f}, not {34 / 12:.4f} and 12."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_weighted_mean(weighted_mean)
# --8<-- [end:try]


# --8<-- [start:solution]
def weighted_mean(losses, target, weight):
    """The mean of the losses under class weights, and the divisor of that mean.

    Takes losses (N,), class indices (N,) and weights (C,); returns two numbers.
    """
    w = weight[target]  # (N,), one weight per row
    divisor = w.sum()  # ()
    return (w * losses).sum() / divisor, divisor


check_weighted_mean(weighted_mean)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
check_weighted_mean(lambda losses, t, w: (losses.mean(), len(losses)))
check_weighted_mean(lambda losses, t, w: ((w[t] * losses).mean(), len(losses)))
check_weighted_mean(lambda losses, t, w: ((w[t] * losses).sum() / w.sum(), w.sum()))
check_weighted_mean(lambda losses, t, w: ((w[t] * losses).sum(), w[t].sum()))
check_weighted_mean(lambda losses, t, w: (w[t] * losses).sum() / w[t].sum())
# --8<-- [end:mistakes]
