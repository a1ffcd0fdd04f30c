# --8<-- [start:mean]
import torch
import torch.nn.functional as F

p = torch.tensor([[0.5, 0.3, 0.2], [0.1, 0.6, 0.3],
                  [0.3, 0.3, 0.4], [0.2, 0.7, 0.1]])  # (4, 3)
z, y = p.log(), torch.tensor([0, 1, 2, 1])  # (4, 3), (4,)
w = torch.tensor([1.0, 2.0, 4.0])  # (3,)

plain = F.cross_entropy(z, y, reduction="none")  # (4,)
print(plain, w[y], w[y] * plain, sep="\n")
print((w[y] * plain).sum(), w[y].sum(), (w[y] * plain).sum() / w[y].sum())
print(F.cross_entropy(z, y, weight=w))
print(F.cross_entropy(z, y, weight=w, reduction="none").mean())
# --8<-- [end:mean]

# --8<-- [start:scale]
print(F.cross_entropy(z, y, weight=10 * w))
# --8<-- [end:scale]

# --8<-- [start:single]
print(w[y[2:3]])  # (1,), one row, of class 2
print(F.cross_entropy(z[2:3], y[2:3]))
print(F.cross_entropy(z[2:3], y[2:3], weight=w))
print(F.cross_entropy(z[2:3], y[2:3], weight=w, reduction="sum"))
# --8<-- [end:single]

# --8<-- [start:optimum]
share = torch.tensor([0.8, 0.2])  # of 5 rows, 4 and 1
balance = torch.tensor([1.0, 4.0])  # (2,)
tilted = (share * balance / (share * balance).sum()).log()  # (2,)
row = tilted.clone().requires_grad_()
rows, labels = row.expand(5, 2), torch.tensor([0, 0, 0, 0, 1])
F.cross_entropy(rows, labels, weight=balance).backward()
print(tilted.exp(), torch.allclose(row.grad, torch.zeros(2), atol=1e-6))
back = tilted.exp() / balance
print(back / back.sum())
# --8<-- [end:optimum]

# --8<-- [start:batches]
from torch.distributions import Binomial

for size in 1, 8, 32, 256:
    k = torch.arange(size + 1.0)  # rows of class 1 in a batch
    chance = Binomial(size, torch.tensor(0.2)).log_prob(k).exp()
    best = (chance * 4 * k / (size - k + 4 * k)).sum()  # their share of the weight
    back = torch.stack([1 - best, best / 4])  # (2,), divided by the weights
    divided = (back / back.sum())[1]
    print(f"{size}: {best:.3f}, divided by the weights {divided:.3f}")
# --8<-- [end:batches]

# --8<-- [start:counts]
labels = torch.tensor([0, 0, 0, 1])  # (4,)
one_hot = F.one_hot(labels, 3).float()  # (4, 3)
counts = torch.bincount(labels, minlength=3)  # (3,), no row of class 2
for count in counts, counts.clamp(min=1):
    weight = 4 / (3 * count)  # (3,)
    print(weight)
    print("indices:  ", F.cross_entropy(z, labels, weight))
    print("smoothing:", F.cross_entropy(z, labels, weight, label_smoothing=0.1))
    print("one-hot:  ", F.cross_entropy(z, one_hot, weight))
    print("class 2:  ", F.cross_entropy(z, torch.tensor([0, 0, 1, 2]), weight))
# --8<-- [end:counts]

# --8<-- [start:focal]
plain = F.cross_entropy(z, y, reduction="none")  # (4,)
focal = (-torch.expm1(-plain)) ** 2 * plain  # (4,), gamma = 2
print((-plain).exp(), focal, focal.mean(), sep="\n")
print((w[y] * focal).sum() / w[y].sum())
# --8<-- [end:focal]

# --8<-- [start:proper]
p = torch.arange(1, 1000).double() / 1000  # (999,), of class 1
for gamma in 0.0, 1.0, 2.0:
    yes, no = -(1 - p) ** gamma * p.log(), -p ** gamma * (1 - p).log()
    print(gamma, f"{p[(0.2 * yes + 0.8 * no).argmin()]:.3f}")
# --8<-- [end:proper]

# --8<-- [start:saturated]
for gamma in 0.5, 1.5:
    sure = torch.tensor([[30.0, 0.0]], requires_grad=True)  # (1, 2)
    loss = F.cross_entropy(sure, torch.tensor([0]))
    ((-torch.expm1(-loss)) ** gamma * loss).backward()
    print(gamma, sure.grad.abs())
# --8<-- [end:saturated]

# --8<-- [start:poly]
poly = plain + 2 * (1 - (-plain).exp())  # (4,)
print(plain, poly, sep="\n")
print((w[y] * poly).sum() / w[y].sum())
# --8<-- [end:poly]
