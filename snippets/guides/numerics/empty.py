# --8<-- [start:empty]
import torch
import torch.nn.functional as F

z = torch.zeros(0, 3, requires_grad=True)  # no rows
y = torch.zeros(0, dtype=torch.int64)
print("mean:", F.cross_entropy(z, y).item())
print("sum: ", F.cross_entropy(z, y, reduction="sum").item())
print("none:", F.cross_entropy(z, y, reduction="none").tolist())
# --8<-- [end:empty]

# --8<-- [start:all_ignored]
z = torch.tensor([[2.5, 3.5, 1.5]], requires_grad=True)  # (1, 3)
y = torch.tensor([-100])  # (1,)
loss = F.cross_entropy(z, y)
print("all ignored:", loss.item(), *torch.autograd.grad(loss, z))
loss = F.cross_entropy(z, torch.tensor([1]), weight=torch.zeros(3))
print("all of weight 0:", loss.item(), *torch.autograd.grad(loss, z))
# --8<-- [end:all_ignored]

# --8<-- [start:clamp]
def mean_loss(z, y):
    count = (y != -100).sum()
    return F.cross_entropy(z, y, reduction="sum") / count.clamp(min=1)


loss = mean_loss(z, y)
print("all ignored:", loss.item(), *torch.autograd.grad(loss, z))
print("no rows:    ", mean_loss(z[:0], y[:0]).item())
rows = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]])  # (2, 3)
some = torch.tensor([1, -100])  # (2,)
print("one of two:  ", mean_loss(rows, some), F.cross_entropy(rows, some))
# --8<-- [end:clamp]
