# --8<-- [start:weighted]
import torch
import torch.nn.functional as F

z = torch.tensor([[0.5, 0.5], [0.75, 0.25]]).log()  # (2, 2)
y, w = torch.tensor([0, 1]), torch.tensor([3.0, 1.0])  # (2,), (2,)
total = F.cross_entropy(z, y, weight=w, reduction="sum")
print("weighted mean:", F.cross_entropy(z, y, weight=w))
print("weighted sum:", total, "weights:", w[y].sum())
print("without weights:", F.cross_entropy(z, y))
print("divided by rows:", total / 2, "by rows and weights:", total / 2 / 4)
# --8<-- [end:weighted]

# --8<-- [start:all-ignored]
z = torch.tensor([[0.5, 0.5], [0.75, 0.25], [0.125, 0.875]]).log()  # (3, 2)
y, full = torch.tensor([0, 1, -100]), torch.tensor([0, 1, 0])  # (3,), (3,)
total = F.cross_entropy(z, y, reduction="sum")
print("mean:", F.cross_entropy(z, y))
print("sum:", total)
print("divided by all rows:", total / len(y))
print("all three losses:", F.cross_entropy(z, full))
# --8<-- [end:all-ignored]

# --8<-- [start:smoothed]
eps, C = 0.2, 4
smooth = (1 - eps) * F.one_hot(torch.tensor(0), C) + eps / C  # (4,)
print("smoothed:", smooth)
print(f"before its own part: {1 - eps}, each part: {eps / C}")
print(f"1 less one part: {1 - eps / C}")
# --8<-- [end:smoothed]

# --8<-- [start:entropy]
y = torch.tensor([[0.5, 0.5]])  # (1, 2)
for lead in 0.0, 1.0, 2.0:
    print(f"lead {lead}:", F.cross_entropy(torch.tensor([[lead, 0.0]]), y))
print("entropy:", torch.special.entr(y).sum(), "one term:", torch.special.entr(y)[0, 0])
# --8<-- [end:entropy]

# --8<-- [start:one-hot]
equal, c = torch.zeros(2, 2), torch.tensor([0, 1])  # (2, 2), (2,)
heavy, rows = torch.tensor([2.0, 4.0]), F.one_hot(c, 2).float()  # (2,), (2, 2)
print("p:", equal.softmax(dim=1)[:, 0])
print("indices:", F.cross_entropy(equal, c, weight=heavy), "weights:", heavy.sum())
print("one-hot:", F.cross_entropy(equal, rows, weight=heavy))
print("one-hot, sum:", F.cross_entropy(equal, rows, weight=heavy, reduction="sum"))
# --8<-- [end:one-hot]

# --8<-- [start:refused]
equal = torch.zeros(2, 3)  # (2, 3)
rows = torch.tensor([[1.0, 0.0, 0.0], [-1.0, -1.0, -1.0]])  # (2, 3)
print("-1:", F.cross_entropy(equal, rows, ignore_index=-1, reduction="none"))
try:
    F.cross_entropy(equal, rows, ignore_index=1)
except RuntimeError as error:
    print("1:", error)
y = torch.tensor([0, -1])  # (2,)
print("indices:", F.cross_entropy(equal, y, ignore_index=-1, reduction="none"))
# --8<-- [end:refused]
