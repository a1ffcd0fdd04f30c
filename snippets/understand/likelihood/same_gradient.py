# --8<-- [start:fixed]
import torch
import torch.nn.functional as F

z = torch.tensor([[2.5, 3.5, 1.5]], requires_grad=True)  # (1, 3)
q = torch.tensor([[0.2, 0.7, 0.1]])  # (1, 3)
cross_entropy = F.cross_entropy(z, q)
kl = F.kl_div(F.log_softmax(z, dim=1), q, reduction="batchmean")
print(cross_entropy.item() > kl.item())
for loss in cross_entropy, kl:
    print(*torch.autograd.grad(loss, z, retain_graph=True))
print(z.detach().softmax(dim=1) - q)
# --8<-- [end:fixed]

# --8<-- [start:positions]
z = torch.zeros(2, 5, 7, requires_grad=True)  # (N, C, L): 7 positions a row
q = torch.full((2, 5, 7), 0.05)
q[:, 0] = 0.8  # each position adds up to 1 over the classes
cross_entropy = F.cross_entropy(z, q)
kl = F.kl_div(F.log_softmax(z, dim=1), q, reduction="batchmean")
for name, loss in ("cross_entropy", cross_entropy), ("kl_div", kl), ("kl_div / 7", kl / 7):
    (gradient,) = torch.autograd.grad(loss, z, retain_graph=True)  # (2, 5, 7)
    print(f"{name}:", gradient[0, :, 0])
# --8<-- [end:positions]

# --8<-- [start:learned]
t = torch.tensor([[1.0, 2.0, 0.0]], requires_grad=True)  # (1, 3)
q = t.softmax(dim=1)  # (1, 3) now it has a gradient too
p = torch.tensor([[0.25, 0.5, 0.25]])  # (1, 3)
cross_entropy = F.cross_entropy(p.log(), q)
kl = F.kl_div(p.log(), q, reduction="batchmean")
for loss in cross_entropy, kl:
    print(*torch.autograd.grad(loss, t, retain_graph=True))
# --8<-- [end:learned]
