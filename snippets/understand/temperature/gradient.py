# --8<-- [start:autograd]
import torch
import torch.nn.functional as F

z = torch.tensor([2.5, 3.5, 1.5], requires_grad=True)  # (3,)
c = torch.tensor(0)
y = torch.tensor([1.0, 0.0, 0.0])  # (3,) the same target, one-hot
for T in 0.5, 1.0, 2.0, 10.0:
    (found,) = torch.autograd.grad(F.cross_entropy(z / T, c), z)
    by_hand = ((z / T).softmax(dim=0) - y).detach() / T  # (3,)
    print(f"T = {T}:", found, torch.allclose(found, by_hand))
# --8<-- [end:autograd]

# --8<-- [start:sure]
z = torch.tensor([10.0, 0.0], requires_grad=True)  # (2,)
for c in 0, 1:
    for T in 1.0, 2.0, 10.0:
        loss = F.cross_entropy(z / T, torch.tensor(c))
        (found,) = torch.autograd.grad(loss, z)
        print(f"class {c} is right, T = {T:g}: {found[c].abs():.1e}")
# --8<-- [end:sure]
