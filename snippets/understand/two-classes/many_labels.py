# --8<-- [start:silent]
import torch
import torch.nn.functional as F

y = torch.tensor([[1.0, 0.0, 1.0]])  # (1, 3) labels 0 and 2 apply
bce = F.binary_cross_entropy_with_logits
for scale in 1.0, 3.0, 50.0:
    z = scale * torch.tensor([[1.0, -1.0, 1.0]])  # (1, 3) right, ever surer
    print(f"{scale:g}: CE {F.cross_entropy(z, y):.4f}, BCE {bce(z, y):.4f}")
# --8<-- [end:silent]

# --8<-- [start:floor]
import math

for ones in 1, 2, 3:
    print(f"{ones} labels: floor {ones * math.log(ones):.4f}")
# --8<-- [end:floor]

# --8<-- [start:at_best]
z = torch.tensor([[50.0, -50.0, 50.0]], requires_grad=True)  # (1, 3)
(gradient,) = torch.autograd.grad(F.cross_entropy(z, y), z)
print("gradient:", [f"{g:.4f}" for g in gradient[0].abs()])
print("softmax: ", [f"{p:.4f}" for p in z.softmax(dim=1)[0]])
print("sigmoid: ", [f"{p:.4f}" for p in torch.sigmoid(z[0])])
# --8<-- [end:at_best]

# --8<-- [start:lowered]
lower = z.detach() - 100  # (1, 3)
for logits in z.detach(), lower:
    sigmoids = [f"{p:.4f}" for p in torch.sigmoid(logits[0])]
    print(f"CE {F.cross_entropy(logits, y):.4f}, sigmoid", sigmoids)
# --8<-- [end:lowered]

# --8<-- [start:none]
z = torch.tensor([[2.0, 0.0, 1.0]], requires_grad=True)  # (1, 3)
nothing = torch.zeros(1, 3)  # (1, 3) no label applies
for name, loss in ("CE", F.cross_entropy), ("BCE", bce):
    value = loss(z, nothing)
    (gradient,) = torch.autograd.grad(value, z)
    print(f"{name}: {value.abs():.4f}, gradient", gradient[0].abs())
# --8<-- [end:none]
