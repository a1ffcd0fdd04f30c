# --8<-- [start:equal]
import torch
import torch.nn.functional as F

z = torch.tensor([[1 / 2, 1 / 4, 1 / 4], [1 / 4, 1 / 8, 5 / 8]]).log()  # (2, 3)
a, b, lam = torch.tensor([0, 1]), torch.tensor([1, 0]), 0.75  # the two classes of each row
mixed = lam * F.one_hot(a, 3) + (1 - lam) * F.one_hot(b, 3)  # (2, 3)
bit = torch.tensor(2.0).log()
for smoothing in 0.0, 0.1:
    loss = torch.nn.CrossEntropyLoss(label_smoothing=smoothing)
    soft, two = loss(z, mixed), lam * loss(z, a) + (1 - lam) * loss(z, b)
    print(f"soft target {soft / bit:.4f}, two losses {two / bit:.4f}")
# --8<-- [end:equal]

# --8<-- [start:weights]
w = torch.tensor([1.0, 3.0, 1.0])  # (3,)
loss = torch.nn.CrossEntropyLoss(weight=w)
soft, two = loss(z, mixed), lam * loss(z, a) + (1 - lam) * loss(z, b)
print(f"soft target {soft / bit:.4f}, two losses {two / bit:.4f}")
total = F.cross_entropy(z, mixed, weight=w, reduction="sum")
print(f"divided by the weights {total / (w * mixed).sum() / bit:.4f}")
# --8<-- [end:weights]

# --8<-- [start:accuracy]
predicted = z.argmax(dim=1)  # (2,)
right = lam * (predicted == a).float() + (1 - lam) * (predicted == b).float()  # (2,)
print(f"accuracy {right.mean():.4f}, at most {mixed.amax(dim=1).mean():.4f}")
print(f"least loss {torch.special.entr(mixed).sum(dim=1).mean() / bit:.4f}")
# --8<-- [end:accuracy]
