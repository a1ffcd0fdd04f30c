# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
soft = torch.tensor([[0.2, 0.7, 0.1], [0.0, 0.0, 1.0]])  # (2, 3)
try:
    F.cross_entropy(logits, soft, ignore_index=0)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
keep = torch.tensor([True, False])  # (2,)
print(F.cross_entropy(logits[keep], soft[keep]))
losses = F.cross_entropy(logits, soft, reduction="none")  # (2,)
print((losses * keep).sum() / keep.sum())
# --8<-- [end:fix]
