# --8<-- [start:central]
import torch
import torch.nn.functional as F

z = torch.tensor([2.5, 3.5, 1.5], dtype=torch.float64)  # (3,)
c = torch.tensor(1)  # ()
h = 1e-5
for step in h * torch.eye(3, dtype=torch.float64):  # (3,) h at one logit
    rise = F.cross_entropy(z + step, c) - F.cross_entropy(z - step, c)
    print(f"{rise / (2 * h):.4f}")
# --8<-- [end:central]

# --8<-- [start:gradcheck]
z.requires_grad_()
print(torch.autograd.gradcheck(lambda z: F.cross_entropy(z, c), z))
# --8<-- [end:gradcheck]
