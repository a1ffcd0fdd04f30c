# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
for reduction in ("average", "batchmean", None):
    try:
        F.cross_entropy(logits, target, reduction=reduction)
    except ValueError as error:
        print("ValueError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
for reduction in ("mean", "sum", "none"):
    print(F.cross_entropy(logits, target, reduction=reduction))
# --8<-- [end:fix]
