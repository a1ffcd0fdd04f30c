# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
rows = torch.tensor([1.0, 3.0])  # (2,) one per row
try:
    F.cross_entropy(logits, target, weight=rows)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
losses = F.cross_entropy(logits, target, reduction="none")  # (2,)
print((rows * losses).sum() / rows.sum())
per_class = torch.tensor([1.0, 1.0, 3.0])  # (3,)
print(F.cross_entropy(logits, target, weight=per_class))
# --8<-- [end:fix]
