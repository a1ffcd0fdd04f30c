# --8<-- [start:describe]
import torch


def describe(logits, target, ignore_index=-100):
    """Print what a loss is about to get: (N, C) or (N, C, ...), and indices."""
    labels = target[target.long() != ignore_index]
    print("logits:", tuple(logits.shape), logits.dtype, logits.device)
    print("target:", tuple(target.shape), target.dtype, target.device)
    print("labels ignored:", target.numel() - labels.numel())
    if labels.numel() > 0:
        print("labels from", labels.min().item(), "to", labels.max().item())
    print("all finite:", bool(logits.isfinite().all()))
    z = logits.detach().float()
    ones = torch.ones_like(z.sum(dim=1))
    if z.numel() > 0:
        likely = bool((z >= 0).all()) and torch.allclose(z.sum(dim=1), ones, atol=0.01)
        print("these are probabilities:", likely)
        likely = torch.allclose(z.exp().sum(dim=1), ones, atol=0.01)
        print("log-probabilities:", likely)


logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
describe(logits, torch.tensor([1, 2]))
# --8<-- [end:describe]

# --8<-- [start:others]
describe(logits.softmax(dim=1).bfloat16(), torch.tensor([1, -100]))
print()
describe(logits.log_softmax(dim=1), torch.tensor([1, 2]))
# --8<-- [end:others]
