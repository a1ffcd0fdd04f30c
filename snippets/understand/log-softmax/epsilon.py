# --8<-- [start:table]
import torch
import torch.nn.functional as F

print("| gap | cross_entropy | gradient | -log(p + 1e-9) | gradient |")
print("| --: | --: | --: | --: | --: |")
for gap in 10.0, 20.0, 30.0, 50.0:
    z = torch.tensor([0.0, -gap], requires_grad=True)  # (2,)
    loss = F.cross_entropy(z, torch.tensor(1))
    capped = -(z.softmax(dim=0)[1] + 1e-9).log()
    row = f"| {gap} "
    for each in loss, capped:
        (grad,) = torch.autograd.grad(each, z)
        row += f"| {each:.4f} | {grad[1]:.1e} "
    print(row + "|")
# --8<-- [end:table]

# --8<-- [start:cap]
print(f"{-torch.tensor(1e-9).log():.4f}")
# --8<-- [end:cap]

# --8<-- [start:factor]
p = torch.tensor([1e-2, 1e-5, 1e-8, 1e-9, 1e-10, 1e-13])  # (6,)
for each, factor in zip(p, p / (p + 1e-9)):
    print(f"p = {each:.0e}: {factor:.4f}")
# --8<-- [end:factor]

# --8<-- [start:half]
p = torch.tensor([0.0, -18.0], dtype=torch.float16).softmax(dim=0)  # (2,)
print(p)
print((p + 1e-9).log())
print(torch.tensor([0.0, -18.0], dtype=torch.float16).log_softmax(dim=0))
# --8<-- [end:half]

# --8<-- [start:clamp]
z = torch.tensor([0.0, -30.0], requires_grad=True)  # (2,)
(-z.softmax(dim=0).clamp(min=1e-9).log()[1]).backward()
print(z.grad)
# --8<-- [end:clamp]
