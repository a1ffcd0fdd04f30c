# --8<-- [start:same_matrix]
import torch
import torch.nn.functional as F

z = torch.tensor([2.5, 3.5, 1.5])  # (3,)
c = torch.tensor(1)  # ()
p = z.softmax(dim=0)  # (3,)
H = torch.func.hessian(lambda z: F.cross_entropy(z, c))(z)  # (3, 3)
print(H)
print(torch.allclose(H, p.diag() - p.outer(p)))
# --8<-- [end:same_matrix]

# --8<-- [start:variance]
v = torch.tensor([1.0, -2.0, 3.0])  # (3,) any direction
mean = (p * v).sum()  # ()
print(f"v H v:    {v @ H @ v:.4f}")
print(f"variance: {(p * (v - mean) ** 2).sum():.4f}")
# --8<-- [end:variance]
