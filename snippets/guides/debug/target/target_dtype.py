# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
try:
    F.cross_entropy(logits, target.float())
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
labels = target.float()  # (2,)
print(F.cross_entropy(logits, labels.long()))
# --8<-- [end:fix]
