# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([1.5, -0.5])  # (2,)
target = torch.tensor([1.0, 0.0])  # (2,)
try:
    F.binary_cross_entropy(logits.sigmoid(), target.long())
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
labels = target.long()  # (2,)
print(F.binary_cross_entropy(logits.sigmoid(), labels.float()))
# --8<-- [end:fix]
