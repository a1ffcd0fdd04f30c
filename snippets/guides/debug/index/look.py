# --8<-- [start:describe]
import torch


def describe(logits, target):
    """Print what a classification loss is about to be given: (N, C), (N,)."""
    print("logits:", tuple(logits.shape), logits.dtype)
    print("target:", tuple(target.shape), target.dtype)
    print("labels from", target.min().item(), "to", target.max().item())
    print("all finite:", bool(logits.isfinite().all()))
    one, total = torch.ones(len(logits)), logits.sum(dim=1)
    likely = bool((logits >= 0).all()) and torch.allclose(total, one, atol=0.01)
    print("these are probabilities:", likely)
    of_exps = logits.exp().sum(dim=1)
    print("log-probabilities:", torch.allclose(of_exps, one, atol=0.01))


logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
describe(logits, target)
# --8<-- [end:describe]

# --8<-- [start:others]
describe(logits.softmax(dim=1), target)
print()
describe(logits.log_softmax(dim=1), target)
# --8<-- [end:others]
