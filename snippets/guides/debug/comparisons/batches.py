# --8<-- [start:means]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[2.5, 3.5, 1.5], [0.5, 1.0, 2.0], [1.0, 0.0, -1.0], [0.0, 2.0, 0.0]]
)  # (4, 3)
target = torch.tensor([1, 2, 0, 0])  # (4,)
for size in 4, 3, 2:
    batches = list(zip(logits.split(size), target.split(size)))
    means = torch.stack([F.cross_entropy(z, c) for z, c in batches])
    print(f"batches of {size}: mean of means {means.mean():.4f}")
# --8<-- [end:means]

# --8<-- [start:fix]
for size in 4, 3, 2:
    total, count = 0.0, 0
    for z, c in zip(logits.split(size), target.split(size)):
        total += F.cross_entropy(z, c, reduction="sum").item()
        count += (c != -100).sum().item()
    print(f"batches of {size}: {total / count:.4f}")
# --8<-- [end:fix]

# --8<-- [start:sum]
def step(optimizer, reduction, rate):
    bias = torch.zeros(3, requires_grad=True)  # (3,)
    F.cross_entropy(logits + bias, target, reduction=reduction).backward()
    optimizer([bias], lr=rate).step()
    return bias.detach()


SGD, Adam = torch.optim.SGD, torch.optim.Adam
rows = len(logits)
print(torch.allclose(step(SGD, "sum", 0.1), step(SGD, "mean", 0.1 * rows)))
print(torch.allclose(step(Adam, "sum", 0.1), step(Adam, "mean", 0.1)))
# --8<-- [end:sum]
