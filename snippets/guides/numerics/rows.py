# --8<-- [start:ignored]
import torch
import torch.nn.functional as F

inf = torch.inf
z = torch.tensor([[2.5, 3.5, 1.5], [-inf, -inf, -inf]], requires_grad=True)
y = torch.tensor([1, -100])  # (2,) the second row is to be ignored
loss = F.cross_entropy(z, y)
print(loss.item() == F.cross_entropy(z[:1], y[:1]).item())
print(*torch.autograd.grad(loss, z))
# --8<-- [end:ignored]

# --8<-- [start:ways]
keep = torch.tensor([True, False])  # (2,)
losses = F.cross_entropy(z, torch.tensor([1, 0]), reduction="none")  # (2,)
ways = {"times 0": (losses * keep).sum()}
ways["torch.where"] = torch.where(keep, losses, 0.0).sum()
filled = z.masked_fill(~keep[:, None], 0.0)  # (2, 3)
ways["filled"] = F.cross_entropy(filled, y)
ways["selected"] = F.cross_entropy(z[keep], y[keep])
for name, loss in ways.items():
    (g,) = torch.autograd.grad(loss, z, retain_graph=True)
    print(f"{name}: loss {loss:.4f}, gradient of the second row", g[1])
# --8<-- [end:ways]
