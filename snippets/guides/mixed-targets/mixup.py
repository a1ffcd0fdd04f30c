# --8<-- [start:losses]
import torch
import torch.nn.functional as F

z = torch.tensor([[1 / 2, 1 / 4, 1 / 4], [1 / 4, 1 / 8, 5 / 8]]).log()  # (2, 3)
a, b, lam = torch.tensor([0, 1]), torch.tensor([1, 0]), 0.75
mixed = lam * F.one_hot(a, 3) + (1 - lam) * F.one_hot(b, 3)  # (2, 3)
w, bit = torch.tensor([1.0, 3.0, 1.0]), torch.tensor(2.0).log()
for options in {}, {"label_smoothing": 0.1}, {"weight": w}:
    loss = torch.nn.CrossEntropyLoss(**options)
    two = lam * loss(z, a) + (1 - lam) * loss(z, b)
    print(f"{loss(z, mixed) / bit:.4f} {two / bit:.4f}", *options)
# --8<-- [end:losses]

# --8<-- [start:rest]
total = F.cross_entropy(z, mixed, weight=w, reduction="sum")
print(f"weights in both sums {total / (w * mixed).sum() / bit:.4f}")
predicted = z.argmax(dim=1)  # (2,)
right = lam * (predicted == a).float() + (1 - lam) * (predicted == b).float()  # (2,)
print(f"accuracy {right.mean():.4f}, at most {mixed.amax(dim=1).mean():.4f}")
print(f"least loss {torch.special.entr(mixed).sum(dim=1).mean() / bit:.4f}")
one, two, bce = F.one_hot(a, 3).float(), F.one_hot(b, 3).float(), F.binary_cross_entropy_with_logits
print(f"BCE {bce(z, mixed):.4f} {lam * bce(z, one) + (1 - lam) * bce(z, two):.4f}")
# --8<-- [end:rest]
