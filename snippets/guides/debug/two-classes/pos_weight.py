# --8<-- [start:error]
import torch
import torch.nn.functional as F

scores = torch.zeros(2, 3)  # (N, C)
y = torch.tensor([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])  # (N, C)
pos = torch.tensor([2.0, 4.0])  # (2,)
try:
    F.binary_cross_entropy_with_logits(scores, y, pos_weight=pos)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
pos = torch.tensor([1.0, 2.0, 4.0])  # (3,) one per class
print(F.binary_cross_entropy_with_logits(scores, y, pos_weight=pos))
one = torch.tensor(2.0)  # () the same for all
print(F.binary_cross_entropy_with_logits(scores, y, pos_weight=one))
# --8<-- [end:fix]

# --8<-- [start:rows]
rows = torch.tensor([1.0, 3.0])  # (N,)
for classes in 3, 1:
    try:
        z, t = scores[:, :classes], y[:, :classes]  # (N, C)
        F.binary_cross_entropy_with_logits(z, t, weight=rows)
    except RuntimeError as error:
        print("RuntimeError:", error)
rows = rows[:, None]  # (N, 1)
print(F.binary_cross_entropy_with_logits(scores, y, weight=rows))
# --8<-- [end:rows]
