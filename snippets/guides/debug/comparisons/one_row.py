# --8<-- [start:cancels]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
w = torch.tensor([1.0, 2.0, 6.0])  # (3,)
print("row 0:", F.cross_entropy(logits[:1], target[:1]))
print("     :", F.cross_entropy(logits[:1], target[:1], weight=w))
print("both: ", F.cross_entropy(logits, target))
print("     :", F.cross_entropy(logits, target, weight=w))
# --8<-- [end:cancels]

# --8<-- [start:fix]
for z, y in zip(logits.split(1), target.split(1)):
    print(F.cross_entropy(z, y, weight=w, reduction="sum") / len(logits))
# --8<-- [end:fix]
