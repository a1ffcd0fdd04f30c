# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
labels = torch.tensor([1.0, 2.0])  # (2,) as from a CSV file
try:
    F.cross_entropy(logits, labels)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.cross_entropy(logits, labels.long()))
# --8<-- [end:fix]
