# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
weight = torch.tensor([1.0, 2.0, 6.0])  # (3,)
losses = F.cross_entropy(logits, target, reduction="none")  # (2,)
w = weight[target]  # (2,)
print(F.cross_entropy(logits, target, weight=weight))
print((w * losses).sum() / w.sum())
# --8<-- [end:example]
