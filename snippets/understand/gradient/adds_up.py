# --8<-- [start:rows]
import torch
import torch.nn.functional as F

z = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5]], requires_grad=True
)  # (3, 3)
targets = torch.tensor([1, 0, 0])  # (3,)
(g,) = torch.autograd.grad(F.cross_entropy(z, targets, reduction="sum"), z)
print(g)
print(torch.allclose(g.sum(dim=1), torch.zeros(3), atol=1e-6))
# --8<-- [end:rows]

# --8<-- [start:sizes]
p_c = z.detach().softmax(dim=1)[range(3), targets]  # (3,)
print("1 - p_c:          ", 1 - p_c)
print("sum of the sizes: ", g.abs().sum(dim=1))
# --8<-- [end:sizes]

# --8<-- [start:layer]
x = torch.tensor([[1.0, 2.0], [0.5, -1.0], [-2.0, 0.0]])  # (3, 2) inputs
weight = torch.tensor([[1.0, 0.5], [0.0, 1.0], [-1.0, 2.0]])  # (3, 2)
before = weight.sum(dim=0)  # (2,)
weight.requires_grad_()
F.cross_entropy(x @ weight.T, targets).backward()
print(weight.grad)
after = (weight - 0.5 * weight.grad).sum(dim=0)  # (2,) a step of plain SGD
print(torch.allclose(before, after, atol=1e-6))
# --8<-- [end:layer]
