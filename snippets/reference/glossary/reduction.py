# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
for reduction in "none", "sum", "mean":
    print(F.cross_entropy(logits, target, reduction=reduction))
# --8<-- [end:example]
