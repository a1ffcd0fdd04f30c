# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([1.5, -0.5])  # (2,)
target = torch.tensor([1.0, 0.0])  # (2,)
probs = logits.sigmoid().unsqueeze(1)  # (2, 1) from a layer with one output
try:
    F.binary_cross_entropy(probs, target)
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.binary_cross_entropy(probs.squeeze(1), target))
print(F.binary_cross_entropy(probs, target.unsqueeze(1)))
# --8<-- [end:fix]
