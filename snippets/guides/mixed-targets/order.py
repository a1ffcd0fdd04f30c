# --8<-- [start:compare]
import torch
import torch.nn.functional as F
from sklearn.metrics import cohen_kappa_score

p = torch.tensor([[8, 6, 1, 1], [8, 1, 1, 6]]) / 16  # (2, 4), near and far
y = torch.tensor([0, 0])
print("cross-entropy", F.cross_entropy(p.log(), y, reduction="none"))
above = 1 - p.cumsum(dim=1)[:, :3]  # (2, 3): above 0? above 1? above 2?
losses = F.binary_cross_entropy(above, torch.zeros(2, 3), reduction="none")  # (2, 3)
print("questions    ", losses.sum(dim=1))
for last in 3.0, 8.0:
    numbers = torch.tensor([0.0, 0.0, 1.0, 1.0, last])  # (5,), the top class as a number
    print(f"top {last}: mean {numbers.mean():.1f}, median {numbers.median():.1f}")
y, predicted = torch.tensor([0, 1, 2, 3]), torch.tensor([0, 1, 2, 0])
squares = (y[:, None] - predicted).float().square()  # (4, 4)
kappa = 1 - squares.diag().mean() / squares.mean()
print(f"kappa {kappa:.4f} {cohen_kappa_score(y, predicted, weights='quadratic'):.4f}")
# --8<-- [end:compare]
