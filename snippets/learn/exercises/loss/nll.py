# --8<-- [start:start]
import math

import torch


def nll(log_probs, target):
    """Average the negative log-probabilities of the right classes.

    Takes log-probabilities (N, C) and class indices (N,); returns one number, ().
    """
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_nll(function):
    logits = [[2.0, 1.0, 0.0], [0.0, 3.0, 1.0], [1.0, 1.0, 0.0], [0.0, 0.0, 2.0]]
    log_probs = torch.tensor(logits).log_softmax(dim=1)  # (4, 3)
    target = torch.tensor([0, 2, 1, 2])  # (4,)
    right = torch.nn.functional.nll_loss(log_probs, target)  # ()
    loss = function(log_probs.clone(), target.clone())
    if loss is None:
        said = "nll returns nothing yet."
    elif torch.as_tensor(loss).numel() == 4:
        said = "This is one value per row: return the mean of these values."
    elif torch.as_tensor(loss).dim() != 0:
        said = "The result must be one number: pick one entry per row, then average."
    elif math.isclose(loss, -right, rel_tol=1e-4):
        said = "The sign is missing: the loss is the negative log-probability."
    elif math.isclose(loss, 4 * right, rel_tol=1e-4):
        said = "This is the sum over the rows: divide by the number of rows."
    elif math.isclose(loss, right / 3, rel_tol=1e-4):
        said = "The mean is over all entries: divide by the number of rows."
    elif math.isclose(loss, -log_probs[:, target].mean(), rel_tol=1e-4):
        said = "log_probs[:, target] picks these columns in each row: pick one entry per row."
    elif math.isclose(loss, -log_probs.amax(dim=1).mean(), rel_tol=1e-4):
        said = "This picks the largest entry of each row: pick the entry of the target."
    elif not math.isclose(loss, right, rel_tol=1e-4):
        said = f"Not yet: {loss:.4f} instead of {right:.4f}."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_nll(nll)
# --8<-- [end:try]


# --8<-- [start:solution]
def nll(log_probs, target):
    """Average the negative log-probabilities of the right classes.

    Takes log-probabilities (N, C) and class indices (N,); returns one number, ().
    """
    picked = log_probs.gather(dim=1, index=target[:, None])  # (N, 1)
    return -picked.mean()


check_nll(nll)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
check_nll(lambda log_probs, target: -log_probs.gather(1, target[:, None]))
check_nll(lambda log_probs, target: log_probs.gather(1, target[:, None]).mean())
check_nll(lambda log_probs, target: -log_probs.gather(1, target[:, None]).sum())
check_nll(lambda log_probs, target: -(log_probs * torch.eye(3)[target]).mean())
check_nll(lambda log_probs, target: -log_probs[:, target].mean())
check_nll(lambda log_probs, target: -log_probs.max(dim=1).values.mean())
# --8<-- [end:mistakes]
