# --8<-- [start:weights]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
index = torch.tensor([1, 2])  # (2,)
one_hot = F.one_hot(index, num_classes=3).float()  # (2, 3)
weight = torch.tensor([1.0, 2.0, 6.0])  # (3,)
print("no weights:", F.cross_entropy(logits, index))
print("           ", F.cross_entropy(logits, one_hot))
print("weights, indices:", F.cross_entropy(logits, index, weight=weight))
print("weights, one-hot:", F.cross_entropy(logits, one_hot, weight=weight))
# --8<-- [end:weights]

# --8<-- [start:fix]
total = F.cross_entropy(logits, one_hot, weight=weight, reduction="sum")
print("divided by the rows:   ", total / len(logits))
print("divided by the weights:", total / (one_hot * weight).sum())
# --8<-- [end:fix]

# --8<-- [start:ignored]
some = torch.tensor([1, -100])  # (2,)
zeros = one_hot * torch.tensor([[1.0], [0.0]])  # (2, 3)
print("ignored:      ", F.cross_entropy(logits, some))
print("a row of zeros:", F.cross_entropy(logits, zeros))
# --8<-- [end:ignored]
