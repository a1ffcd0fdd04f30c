# --8<-- [start:chunked]
import torch
import torch.nn.functional as F
from torch.utils.checkpoint import checkpoint


def head(x, weight, y):  # logits exist only in here
    return F.cross_entropy(F.linear(x, weight).float(), y, reduction="sum")


def chunked(x, weight, y, size):
    keep = y != -100  # the last layer, too, skips what the loss ignores
    x, y = x[keep], y[keep]  # (M, F), (M,)
    parts = zip(x.split(size), y.split(size))
    sums = [checkpoint(head, a, weight, b, use_reentrant=False) for a, b in parts]
    return sum(sums) / max(len(y), 1)
# --8<-- [end:chunked]

# --8<-- [start:use]
x = torch.tensor([[2.0, 0.0], [1.0, 1.0], [0.0, 3.0], [-1.0, 2.0], [1.0, -2.0]])  # (5, 2)
y = torch.tensor([0, -100, 1, 2, 3])  # (5,)
weight = torch.tensor([[1.0, 0.0], [0.0, 1.0], [-1.0, 1.0], [1.0, -1.0]])  # (4, 2)
ways = F.cross_entropy(F.linear(x, weight), y), chunked(x, weight, y, size=2)
print(*ways)
weight.requires_grad_()
F.cross_entropy(F.linear(x, weight), y).backward()
whole, weight.grad = weight.grad, None
chunked(x, weight, y, size=2).backward()
print(torch.allclose(whole, weight.grad))
# --8<-- [end:use]
