# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
one_hot = F.one_hot(target, num_classes=3)  # (2, 3) int64
try:
    F.cross_entropy(logits, one_hot)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.cross_entropy(logits, one_hot.float()))
print(F.cross_entropy(logits, target))
# --8<-- [end:fix]

# --8<-- [start:argmax]
try:
    F.cross_entropy(logits.argmax(dim=1), target)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:argmax]
