# --8<-- [start:loader]
import torch
from torch.utils.data import DataLoader, TensorDataset, WeightedRandomSampler

y = torch.tensor([0, 0, 0, 1])  # (4,)
data = TensorDataset(torch.arange(4.0), y)
per_class = 1 / torch.bincount(y)  # (2,)
per_row = per_class[y]  # (4,) one weight for each row
print(per_row / per_row.sum())
sampler = WeightedRandomSampler(per_row, num_samples=len(y))
loader = DataLoader(data, batch_size=2, sampler=sampler)
# --8<-- [end:loader]

# --8<-- [start:gradients]
import torch.nn.functional as F

z = torch.tensor([[2.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
z.requires_grad_()  # (4, 2)
plain = F.cross_entropy(z, y, reduction="none")  # (4,)
expected = (per_row / per_row.sum()) @ plain  # of one row that the sampler draws
weighted = F.cross_entropy(z, y, weight=per_class)
d, w = z[:, 1] - z[:, 0], per_class[1] / per_class[0]
binary = F.binary_cross_entropy_with_logits(d, y.float(), pos_weight=w)
for name, loss in ("sampler   ", expected), ("weight    ", weighted), ("pos_weight", binary):
    (gradient,) = torch.autograd.grad(loss, z, retain_graph=True)
    print(name, loss.detach(), gradient[:, 1])
# --8<-- [end:gradients]

# --8<-- [start:wrong]
torch.manual_seed(0)
print(sorted(set(WeightedRandomSampler(per_class, 1000))))
print(sorted(WeightedRandomSampler(per_row, 4, replacement=False)))
both = per_row * per_row  # the sampler's chances, times the weights in the loss
print((both / both.sum())[3])
many = torch.ones(1, dtype=torch.double).expand(2**24 + 1)  # (16777217,)
for wrong in (
    lambda: DataLoader(data, batch_size=2, sampler=sampler, shuffle=True),
    lambda: list(WeightedRandomSampler(many, 1)),
):
    try:
        wrong()
    except (ValueError, RuntimeError) as error:
        print(error)
# --8<-- [end:wrong]

# --8<-- [start:epoch]
n = torch.tensor([900, 100])  # (2,) rows of each class
chance = 1 / (2 * n)  # (2,) of one row, in one of 1000 draws
print(1000 * chance)
print((1 - chance) ** 1000)
# --8<-- [end:epoch]
