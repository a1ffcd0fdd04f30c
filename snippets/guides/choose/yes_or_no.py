# --8<-- [start:setup]
import torch
import torch.nn.functional as F

z = torch.tensor([[2.0], [-1.0], [0.5]])  # (3, 1), as nn.Linear returns
y = torch.tensor([1, 0, 0])  # (3,), int64
for scores, labels in (z, y), (z[:, 0], y), (z[:, 0], y.float()):
    try:
        print(F.binary_cross_entropy_with_logits(scores, labels))
    except (ValueError, RuntimeError) as error:
        print(error)
# --8<-- [end:setup]

# --8<-- [start:predict]
print(z[:, 0] > 0)
print(z[:, 0].sigmoid(), z[:, 0].sigmoid() > 0.5)
# --8<-- [end:predict]

# --8<-- [start:two_logits]
two = torch.cat([torch.zeros_like(z), z], dim=1)  # (3, 2)
print(F.cross_entropy(two, y), two.argmax(dim=1))
# --8<-- [end:two_logits]
