# --8<-- [start:sum_in_half]
import torch
import torch.nn.functional as F

elevens = torch.tensor([11.0, 11.0])  # (2,)
exps = elevens.to(torch.float16).exp()  # (2,)
print("exponentials:", exps)
print("sum:", exps.sum())
print(f"largest of float16: {torch.finfo(torch.float16).max:.0f}")
print(f"sum in float32: {elevens.exp().sum():.0f}")
# --8<-- [end:sum_in_half]

# --8<-- [start:right]
z = torch.tensor([0.0, -110.0], requires_grad=True)  # (2,)
loss = -z.softmax(dim=0).log()[0]
print("log(softmax):", *torch.autograd.grad(loss, z))
print("log_softmax:", *torch.autograd.grad(-z.log_softmax(dim=0)[0], z))
z = torch.tensor([0.0, -90.0], requires_grad=True)  # (2,)
loss = -z.softmax(dim=0).log()[1]
print("gap 90, second class:", *torch.autograd.grad(loss, z))
# --8<-- [end:right]

# --8<-- [start:very_negative]
low = torch.full((2,), -200.0)  # (2,)
print("logarithm of the sum:", low.exp().sum().log())
print("formula:", low - low.exp().sum().log())
print("log_softmax:", low.log_softmax(dim=0))
# --8<-- [end:very_negative]

# --8<-- [start:shifted]
z = torch.tensor([1000.0, 1000.0, 900.0])  # (3,)
print("shifted:", z - z.max())
print("sum of their exponentials:", (z - z.max()).exp().sum())
print("log_softmax:", z.log_softmax(dim=0)[0])
print("of three equal logits:", torch.zeros(3).log_softmax(dim=0)[0])
print("without the sign:", -z.log_softmax(dim=0)[0])
# --8<-- [end:shifted]

# --8<-- [start:lead]
z = torch.tensor([20.0, 0.0])  # (2,)
print("spacing at 1:", f"{torch.finfo(torch.float32).eps:.1e}")
print("float32:", F.cross_entropy(z, torch.tensor(0)).abs())
print(f"float64: {F.cross_entropy(z.double(), torch.tensor(0)):.3e}")
print("other class:", F.cross_entropy(z, torch.tensor(1)))
# --8<-- [end:lead]

# --8<-- [start:cap]
z = torch.tensor([0.0, -200.0])  # (2,)
for eps in 1e-6, 1e-9:
    print(f"{eps:.0e}: {-(z.softmax(dim=0)[1] + eps).log():.4f}")
print(f"base 10: {-torch.tensor(1e-6).log10():.4f}")
# --8<-- [end:cap]
