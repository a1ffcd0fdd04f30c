# --8<-- [start:mean]
import torch
import torch.nn.functional as F

p = torch.tensor([[0.5, 0.5], [0.25, 0.75], [0.5, 0.5]])  # (3, 2)
target = torch.tensor([0, 0, 1])  # (3,)
weights = torch.tensor([1.0, 3.0, 0.0])  # (3,) one for each row

losses = F.cross_entropy(p.log(), target, reduction="none")  # (3,)
print(losses)
print((weights * losses).sum() / weights.sum())
print((weights * losses).mean())
# --8<-- [end:mean]
