# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
weight = torch.ones(3, device="meta")  # (3,) left on another device
try:
    F.cross_entropy(logits, target, weight=weight)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
weight = torch.ones(3).to(logits.device)  # (3,)
print(F.cross_entropy(logits, target, weight=weight))
# --8<-- [end:fix]
