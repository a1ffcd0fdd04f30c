# --8<-- [start:ways]
import torch
import torch.nn.functional as F

raw = torch.tensor([[2.5, 3.5, 1.5], [1.0, 2.0, 0.5]], requires_grad=True)
masked = torch.tensor([[False] * 3, [True] * 3])  # (2, 3)
added = torch.zeros(2, 3).masked_fill(masked, -torch.inf)  # (2, 3)
labels = torch.tensor([1, -100])  # (2,)
masks = {"added": raw + added, "masked_fill": raw.masked_fill(masked, -torch.inf)}
masks["torch.where"] = torch.where(masked, -torch.inf, raw)
for name, logits in masks.items():
    (g,) = torch.autograd.grad(F.cross_entropy(logits, labels), raw)
    print(f"{name}: gradient of the second row", g[1])
# --8<-- [end:ways]
