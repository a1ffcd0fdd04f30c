# --8<-- [start:means]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0]]
)  # (4, 3)
some = torch.tensor([1, -100, 2, 2])  # (4,)
losses = F.cross_entropy(logits, some, reduction="none")  # (4,)
valid = some != -100  # (4,)
print("one per row:        ", losses)
print("mean of all rows:   ", losses.mean())
print("mean of valid rows: ", losses[valid].mean())
# --8<-- [end:means]
