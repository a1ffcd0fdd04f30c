# --8<-- [start:weights]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[-2.0, 4.0, 4.0], [4.0, -2.0, 0.0], [4.0, 2.0, 1.0], [4.0, -1.0, 0.0]]
)  # (4, 3)
targets = torch.tensor([0, 0, 2, 1])  # (4,)
w = torch.tensor([1.0, 2.0, 5.0])  # (3,) one per class

halves = list(zip(logits.split(2), targets.split(2)))  # two rows each
means = [F.cross_entropy(z, c, w) for z, c in halves]
sums = [F.cross_entropy(z, c, w, reduction="sum") for z, c in halves]
print("divisors:         ", [w[c].sum().item() for _, c in halves])
print("mean of the means:", (means[0] + means[1]) / 2)
print("all at once:      ", F.cross_entropy(logits, targets, w))
print("sum, divided once:", sum(sums) / w[targets].sum())
# --8<-- [end:weights]
