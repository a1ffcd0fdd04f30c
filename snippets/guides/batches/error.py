# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[-2.0, 4.0, 4.0], [4.0, -2.0, 0.0], [4.0, 2.0, 1.0], [4.0, -1.0, 0.0]]
)  # (4, 3)
targets = torch.tensor([0, 0, 2, 1])  # (4,)
n = torch.tensor([1.0, 3.0])  # (2,) tokens of each part
parts = zip(logits.split([1, 3]), targets.split([1, 3]))
m = torch.stack([F.cross_entropy(z, c) for z, c in parts])  # (2,) its mean
covariance = ((n - n.mean()) * (m - m.mean())).mean()
print("means:          ", m)
print("error:          ", m.mean() - F.cross_entropy(logits, targets))
print("by the formula: ", -covariance / n.mean())
# --8<-- [end:error]

# --8<-- [start:two]
print("for two parts:  ", (m[0] - m[1]) * (n[1] - n[0]) / (2 * n.sum()))
# --8<-- [end:two]
