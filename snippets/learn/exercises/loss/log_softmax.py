# --8<-- [start:start]
import torch


def log_softmax(z):
    """Turn logits (N, C) into log-probabilities (N, C)."""
    ...


# --8<-- [end:start]

# --8<-- [start:check]
def check_log_softmax(function):
    z = torch.tensor([[2.0, 1.0, 0.0], [0.0, 3.0, 1.0], [1.0, 1.0, 0.0]])  # (3, 3)
    right = torch.log_softmax(z, dim=1)  # (3, 3)
    far = torch.log_softmax(200 * z, dim=1)  # (3, 3)
    found = function(z.clone())
    if found is None:
        said = "log_softmax returns nothing yet."
    elif not torch.is_tensor(found) or found.shape != z.shape:
        said = "The result must be a tensor of the same shape as z."
    elif torch.allclose(found.to(z), right.exp()):
        said = "These are probabilities: return their logarithms."
    elif torch.allclose(found.to(z), -right):
        said = "The sign is reversed: a log-probability is never positive."
    elif torch.allclose(found.to(z).exp().sum(dim=0), torch.ones(3)):
        said = "Each column holds the log-probabilities: the classes are in dim=1."
    elif torch.allclose(found.to(z), z - torch.logsumexp(z, dim=1)):
        said = "The sums are a row: keep them a column, with keepdim=True."
    elif not torch.allclose(found.to(z), right):
        said = f"Not yet. From\n{z}\nit returns\n{found}\ninstead of\n{right}"
    elif not torch.allclose(function(z + 1000).to(z), right, atol=1e-3):
        said = "Large logits overflow in exp: torch.logsumexp prevents that."
    elif not torch.allclose(function(200 * z).to(z), far):
        said = "Far apart, an exponential underflows or overflows: torch.logsumexp prevents that."
    else:
        said = "Right."
    print(said)


# --8<-- [end:check]

# --8<-- [start:try]
check_log_softmax(log_softmax)
# --8<-- [end:try]


# --8<-- [start:solution]
def log_softmax(z):
    """Turn logits (N, C) into log-probabilities (N, C)."""
    return z - torch.logsumexp(z, dim=1, keepdim=True)  # (N, C) - (N, 1)


check_log_softmax(log_softmax)
# --8<-- [end:solution]

# --8<-- [start:mistakes]
check_log_softmax(lambda z: torch.softmax(z, dim=1))
check_log_softmax(lambda z: torch.logsumexp(z, dim=1, keepdim=True) - z)
check_log_softmax(lambda z: z - torch.logsumexp(z, dim=0))
check_log_softmax(lambda z: z - torch.logsumexp(z, dim=1))
check_log_softmax(lambda z: z - z.exp().sum(dim=1, keepdim=True).log())
check_log_softmax(lambda z: torch.softmax(z, dim=1).log())
check_log_softmax(lambda z: z - z.max() - (z - z.max()).exp().sum(dim=1, keepdim=True).log())
check_log_softmax(lambda z: (torch.softmax(z, dim=1) + 1e-9).log())
# --8<-- [end:mistakes]
