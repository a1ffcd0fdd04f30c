# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([1.5, -0.5])  # (2,)
target = torch.tensor([1.0, 0.0])  # (2,)
column = logits.unsqueeze(1)  # (2, 1)
try:
    F.binary_cross_entropy_with_logits(column, target)
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.binary_cross_entropy_with_logits(column.squeeze(1), target))
# --8<-- [end:fix]

# --8<-- [start:classes]
scores = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
indices = torch.tensor([1, 2])  # (2,)
try:
    F.binary_cross_entropy_with_logits(scores, indices.float())
except ValueError as error:
    print("ValueError:", error)
print(F.cross_entropy(scores, indices))
# --8<-- [end:classes]
