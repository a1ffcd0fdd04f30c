# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
q = torch.tensor([0.2, 0.7, 0.1])  # (3,)
print(F.cross_entropy(logits, q))
hard = F.cross_entropy(logits.expand(3, 3), torch.arange(3), reduction="none")
print((q * hard).sum())
# --8<-- [end:example]
