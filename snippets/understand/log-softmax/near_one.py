# --8<-- [start:table]
import torch
import torch.nn.functional as F

print("| gap | -log(softmax) | cross_entropy | cross_entropy, float64 |")
print("| --: | --: | --: | --: |")
for gap in 5.0, 10.0, 15.0, 17.0:
    z = torch.tensor([gap, 0.0])  # (2,)
    right = torch.tensor(0)  # ()
    losses = -z.softmax(dim=0).log()[0], F.cross_entropy(z, right)
    losses += (F.cross_entropy(z.double(), right),)
    print(f"| {gap} |", " | ".join(f"{x.abs():.3e}" for x in losses), "|")
# --8<-- [end:table]

# --8<-- [start:sides]
z = torch.tensor([17.0, 0.0], requires_grad=True)  # (2,)
F.cross_entropy(z, right).backward()
print("two logits: gradient", *(f"{each:.3e}" for each in z.grad))
for logit, target in (17.0, 1.0), (-17.0, 0.0):
    d = torch.tensor(logit, requires_grad=True)  # ()
    loss = F.binary_cross_entropy_with_logits(d, torch.tensor(target))
    loss.backward()
    print(f"target {target:.0f}: loss {loss.abs():.3e}, gradient {d.grad:.3e}")
# --8<-- [end:sides]

# --8<-- [start:large]
z = torch.tensor([0.1, 1e6])  # (2,)
print(f"float32: {z.log_softmax(dim=0)[0]:.4f}")
print(f"float64: {z.double().log_softmax(dim=0)[0]:.4f}")
# --8<-- [end:large]
