# --8<-- [start:formulas]
import torch

n = torch.tensor([10000.0, 1000.0, 100.0]).double()  # (3,) rows of each class
formulas = {
    "balanced, n.sum() / (len(n) * n)": n.sum() / (len(n) * n),
    "inverse frequency, n.sum() / n": n.sum() / n,
    "square root, n.rsqrt()": n.rsqrt(),
    "ENet, 1 / (1.02 + n / n.sum()).log()": 1 / (1.02 + n / n.sum()).log(),
    **{f"effective number, β = {b:g}": (1 - b) / (1 - b**n) for b in (0.9999, 0.999, 0.99)},
}
print("| relative weights, by formula | 10000 rows | 1000 rows | 100 rows |")
print("| --- | --: | --: | --: |")
for name, w in formulas.items():
    print(f"| {name} |", " | ".join(f"{each:.2f}" for each in w / w[0]), "|")
# --8<-- [end:formulas]

# --8<-- [start:scale]
import torch.nn.functional as F

y = torch.tensor([0] * 9 + [1])  # (10,)
n = torch.bincount(y)  # (2,)
w = n.sum() / (2 * n)  # (2,) balanced
z = torch.tensor([[1.0, 0.0]]).expand(10, 2)  # (10, 2)
d = z[:, 1] - z[:, 0]  # (10,) the same model with one logit
ratio, bce = w[1] / w[0], F.binary_cross_entropy_with_logits
print("balanced weights, their mean over the rows", w, w[y].mean())
print("cross_entropy, weight=w        ", F.cross_entropy(z, y, w))
print("cross_entropy, weight=100 * w  ", F.cross_entropy(z, y, 100 * w))
print("one logit, weight=w[y]         ", bce(d, y.float(), weight=w[y]))
print("one logit, pos_weight=w[1]/w[0]", bce(d, y.float(), pos_weight=ratio))
# --8<-- [end:scale]
