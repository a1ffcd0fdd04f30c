# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([1.5, -0.5])  # (2,)
target = torch.tensor([1.0, 0.0])  # (2,)
try:
    F.binary_cross_entropy(logits, target)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.binary_cross_entropy_with_logits(logits, target))
print(F.binary_cross_entropy(logits.sigmoid(), target))
nan = torch.tensor([torch.nan, 0.5])  # (2,)
try:
    F.binary_cross_entropy(nan, target)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:fix]
