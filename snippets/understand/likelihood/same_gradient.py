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

# --8<-- [start:learned]
t = torch.tensor([[1.0, 2.0, 0.0]], requires_grad=True)  # (1, 3)
q = t.softmax(dim=1)  # (1, 3) now it has a gradient too
p = torch.tensor([[0.25, 0.5, 0.25]])  # (1, 3)
cross_entropy = F.cross_entropy(p.log(), q)
kl = F.kl_div(p.log(), q, reduction="batchmean")
for loss in cross_entropy, kl:
    print(*torch.autograd.grad(loss, t, retain_graph=True))
# --8<-- [end:learned]
