# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
try:
    F.cross_entropy(logits, torch.tensor([1, 3]))
except IndexError as error:
    print("IndexError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
labels = torch.tensor([2, 3])  # (2,) counted from one
print("from", labels.min().item(), "to", labels.max().item())
print(F.cross_entropy(logits, labels - 1))
padded = torch.tensor([1, 255])  # (2,) 255: no label
print(F.cross_entropy(logits, padded, ignore_index=255))
# --8<-- [end:fix]
