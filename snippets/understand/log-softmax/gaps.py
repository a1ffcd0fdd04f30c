# --8<-- [start:table]
import torch


def row(log_probs, gap):
    z = torch.tensor([0.0, -gap], requires_grad=True)  # (2,)
    loss = -log_probs(z)[1]
    (grad,) = torch.autograd.grad(loss, z)
    return f"{loss:.4f} | {grad[0]:.4f}, {grad[1]:.4f}"


print("| gap | -log(softmax) | gradient | -log_softmax | gradient |")
print("| --: | --: | --: | --: | --: |")
for gap in 80.0, 90.0, 100.0, 104.0:
    naive = row(lambda z: z.softmax(dim=0).log(), gap)
    print(f"| {gap} | {naive} | {row(lambda z: z.log_softmax(dim=0), gap)} |")
# --8<-- [end:table]

# --8<-- [start:backward]
p = torch.tensor([0.0, -90.0]).softmax(dim=0)  # (2,)
from_log = torch.tensor([0.0, -1.0]) / p  # (2,) gradient of -log p[1]
print(from_log)
print("sum of p * that:", (p * from_log).sum())
print(p * (from_log - (p * from_log).sum()))
# --8<-- [end:backward]

# --8<-- [start:right]
z = torch.tensor([0.0, -104.0], requires_grad=True)  # (2,)
loss = -z.softmax(dim=0).log()[0]  # () the first class is the right one
print(f"{loss.abs():.4f}", *torch.autograd.grad(loss, z))
loss = -z.log_softmax(dim=0)[0]
print(f"{loss.abs():.4f}", *torch.autograd.grad(loss, z))
# --8<-- [end:right]
