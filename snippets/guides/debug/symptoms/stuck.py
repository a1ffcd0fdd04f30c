# --8<-- [start:table]
import torch
import torch.nn.functional as F

print("| classes | loss |")
print("| --: | --: |")
for classes in 2, 3, 4, 5, 10, 100, 1000, 50257:
    loss = F.cross_entropy(torch.zeros(1, classes), torch.tensor([0]))
    print(f"| {classes} | {loss:.4f} |")
# --8<-- [end:table]

# --8<-- [start:relu]
last = torch.tensor([[-0.5, -1.0, -2.0], [-3.0, -0.1, -0.2]])  # (2, 3)
last.requires_grad_()
target = torch.tensor([1, 2])  # (2,)
for logits in last.relu(), last:
    loss = F.cross_entropy(logits, target)
    (gradient,) = torch.autograd.grad(loss, last)
    spread = logits.detach().std(dim=0)  # (3,) of each class over the rows
    print(f"{loss:.4f}", spread, gradient.abs().sum())
# --8<-- [end:relu]

# --8<-- [start:frequencies]
target = torch.tensor([0] * 9 + [1])  # (10,)
frequencies = torch.bincount(target) / len(target)  # (2,)
constant = frequencies.log().expand(10, 2)  # (10, 2) the same in each row
print(frequencies)
print(F.cross_entropy(constant, target))
print(-(frequencies * frequencies.log()).sum())
# --8<-- [end:frequencies]

# --8<-- [start:twice]
logits, target = torch.zeros(1, 10, requires_grad=True), torch.tensor([0])  # (1, 10), (1,)
for name, given in ("logits", logits), ("softmax", logits.softmax(dim=1)):
    loss = F.cross_entropy(given, target)
    (gradient,) = torch.autograd.grad(loss, logits)
    print(f"{name}: loss {loss:.4f}, gradient of the right logit {gradient[0, 0]:.4f}")
# --8<-- [end:twice]

# --8<-- [start:sigmoid]
labels = torch.tensor([1.0, 0.0, 0.0, 0.0])  # (4,) fewer ones than zeros
for z in 0.0, -1.1, -3.0, -20.0:
    logits = torch.full((4,), z)  # (4,) the same in each row
    once = F.binary_cross_entropy_with_logits(logits, labels)
    twice = F.binary_cross_entropy_with_logits(logits.sigmoid(), labels)
    print(f"logit {z:5.1f}: {once:.4f}, after another sigmoid {twice:.4f}")
# --8<-- [end:sigmoid]
