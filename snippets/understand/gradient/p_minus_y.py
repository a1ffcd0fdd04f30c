# --8<-- [start:table]
import torch
import torch.nn.functional as F

z = torch.tensor([2.5, 3.5, 1.5], requires_grad=True)  # (3,)
p = z.detach().softmax(dim=0)  # (3,)
y = torch.tensor([0.1, 0.6, 0.3])  # (3,) a soft target; it adds up to 1
(auto,) = torch.autograd.grad(F.cross_entropy(z, y), z)
print("| z | p | y | p - y | autograd |")
print("| --: | --: | --: | --: | --: |")
for row in zip(z, p, y, p - y, auto):
    print("|", " | ".join(f"{x:.4f}" for x in row), "|")
# --8<-- [end:table]

# --8<-- [start:chain]
J = p.diag() - p.outer(p)  # (3, 3) the Jacobian of softmax
from_log = -y / p  # (3,) the gradient of -sum(y * log p) in p
print(from_log)
print(from_log @ J)
# --8<-- [end:chain]

# --8<-- [start:any_sum]
y = torch.tensor([1.0, 1.0, 0.0])  # (3,) adds up to 2
(auto,) = torch.autograd.grad(F.cross_entropy(z, y), z)
print("autograd: ", auto)
print("p * 2 - y:", p * y.sum() - y)
print("p - y:    ", p - y)
# --8<-- [end:any_sum]
