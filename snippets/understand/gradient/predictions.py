# --8<-- [start:p_minus_y]
import torch
import torch.nn.functional as F

z = torch.tensor([0.1, 0.7, 0.2]).log().requires_grad_()  # (3,)
F.cross_entropy(z, torch.tensor(2)).backward()
p = z.detach().softmax(dim=0)  # (3,)
print(f"gradient: {z.grad[2]:.1f}")
print(f"softmax: {p[2]:.1f}")
print(f"target - softmax: {1 - p[2]:.1f}")
print(f"with respect to p: {-1 / p[2]:.1f}")
# --8<-- [end:p_minus_y]

# --8<-- [start:entry]
even = torch.zeros(2)  # (2,)
to = torch.func.jacrev(lambda z: z.softmax(dim=0))(even)[0]  # (2,) of the first
print(f"first logit: {to[0]:.2f}")
print(f"second logit: {to[1]:.2f}")
print(f"both: {to.sum():.2f}")
print(f"numerator alone: {even.exp()[0] / even.exp().sum():.2f}")
# --8<-- [end:entry]

# --8<-- [start:soft]
soft = torch.tensor([0.2, 0.7, 0.1])  # (3,) the target
logits = soft.log().requires_grad_()  # (3,) their softmax is the target
for name, target in ("soft", soft), ("index 1", torch.tensor(1)):
    loss = F.cross_entropy(logits, target)
    (grad,) = torch.autograd.grad(loss, logits)
    sizes = [f"{g.abs():.4f}" for g in grad]
    print(f"{name}: loss {loss:.4f}, gradient without signs", sizes)
sure = F.cross_entropy(torch.tensor([0.0, 100.0, 0.0]), torch.tensor(1))
print(f"one-hot: loss {sure.abs():.4f}")
# --8<-- [end:soft]

# --8<-- [start:rest]
logits = torch.tensor([0.2, 0.7, 0.1]).log().requires_grad_()  # (3,)
(grad,) = torch.autograd.grad(F.cross_entropy(logits, torch.tensor(1)), logits)
print("gradient:", [f"{each:.1f}" for each in grad])
probs = logits.detach().softmax(dim=0)  # (3,)
print(f"right class: {probs[1]:.1f}")
print(f"wrong classes: {1 - probs[1]:.1f}")
# --8<-- [end:rest]

# --8<-- [start:wrong]
y = torch.tensor([0.0, 1.0])  # (2,)
z = torch.tensor([0.99, 0.01]).log().requires_grad_()  # (2,)
p = z.softmax(dim=0)  # (2,)
to_p, to_z = torch.autograd.grad(((p - y) ** 2).sum(), (p, z), retain_graph=True)
print("squared error:", to_z[1].abs())
(to_z,) = torch.autograd.grad(F.mse_loss(p, y), z, retain_graph=True)
print("F.mse_loss:", to_z[1].abs())
print("cross-entropy:", torch.autograd.grad(-p[1].log(), z)[0][1].abs())
print("with respect to p:", to_p[1].abs())
# --8<-- [end:wrong]

# --8<-- [start:ignored]
pair = torch.zeros(2, 2, requires_grad=True)  # (2, 2) two rows
(both,) = torch.autograd.grad(F.cross_entropy(pair, torch.tensor([0, 1])), pair)
loss = F.cross_entropy(pair, torch.tensor([0, -100]))
(one,) = torch.autograd.grad(loss, pair)
print(f"two rows count: {both[0, 0]:.4f}, half of it: {both[0, 0] / 2:.4f}")
print(f"one row counts: {one[0, 0]:.4f}, ignored row: {one[1, 0].abs():.4f}")
# --8<-- [end:ignored]
