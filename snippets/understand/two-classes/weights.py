# --8<-- [start:rows]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, -1.0], [0.3, 1.7]])  # (2, 2)
d = logits[:, 1] - logits[:, 0]  # (2,)
targets = torch.tensor([0, 1])  # (2,)
weight = torch.tensor([1.0, 3.0])  # (2,) one per class
bce = F.binary_cross_entropy_with_logits
for reduction in "none", "sum", "mean":
    one = bce(d, targets.float(), pos_weight=weight[1], reduction=reduction)
    two = F.cross_entropy(logits, targets, weight=weight, reduction=reduction)
    print(f"{reduction}, BCE:", one)
    print(f"{reduction}, CE: ", two)
# --8<-- [end:rows]

# --8<-- [start:means]
losses = F.cross_entropy(logits, targets, weight=weight, reduction="none")  # (2,)
print("sum / rows:   ", losses.sum() / 2)
print("sum / weights:", losses.sum() / weight[targets].sum())
# --8<-- [end:means]

# --8<-- [start:gradient]
labels = torch.tensor([1.0, 0.0, 0.0, 0.0])  # (4,) one row in four is a yes
for w in torch.tensor([1.0, 2.0, 3.0, 4.0]):
    d = torch.zeros(4, requires_grad=True)  # (4,) undecided
    (g,) = torch.autograd.grad(bce(d, labels, pos_weight=w), d)  # (4,)
    print(f"{w:g}: yes {g[0]:.4f}, each no {g[1]:.4f}, sum {g.sum():.4f}")
# --8<-- [end:gradient]

# --8<-- [start:shift]
for w in torch.tensor([1.0, 3.0, 9.0]):
    d = (torch.logit(labels.mean()) + w.log()).requires_grad_()  # ()
    loss = bce(d.expand(4), labels, pos_weight=w)  # one logit for all rows
    (gradient,) = torch.autograd.grad(loss, d)
    print("gradient 0:", torch.allclose(gradient, torch.zeros(()), atol=1e-6))
    print(f"pos_weight {w:g}, sigmoid {torch.sigmoid(d):.4f}", end=", ")
    print(f"log w subtracted {torch.sigmoid(d - w.log()):.4f}")
# --8<-- [end:shift]
