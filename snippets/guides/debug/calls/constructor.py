# --8<-- [start:error]
import torch
import torch.nn as nn
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
print(logits.numel(), "and", target.numel(), "values")
try:
    nn.CrossEntropyLoss(logits, target)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(nn.CrossEntropyLoss()(logits, target))
print(F.cross_entropy(logits, target))
# --8<-- [end:fix]
