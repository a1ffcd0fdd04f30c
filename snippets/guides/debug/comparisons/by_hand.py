# --8<-- [start:rows]
import math

import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
losses = F.cross_entropy(logits, target, reduction="none")  # (2,)
print(losses)
# --8<-- [end:rows]

# --8<-- [start:table]
weight = torch.tensor([1.0, 2.0, 6.0])  # (3,) one per class
w = weight[target]  # (2,) one per row
wrong_dim = F.nll_loss(F.log_softmax(logits, dim=0), target)
probs = logits.softmax(dim=1)  # (2, 3)
picked = probs.take_along_dim(target[:, None], dim=1)  # (2, 1)
ways = {
    "mean over the rows, as `cross_entropy`": losses.mean(),
    "sum over the rows": losses.sum(),
    "mean of the logarithms to base 10": losses.mean() / math.log(10),
    "mean of the logarithms to base 2": losses.mean() / math.log(2),
    "logarithm of the mean probability": -picked.mean().log(),
    "softmax along the wrong dimension": wrong_dim,
    "softmax twice": F.cross_entropy(probs, target),
    "sum divided by rows and classes": losses.sum() / logits.numel(),
    "weights 1, 2, 6, divided by their sum": (w * losses).sum() / w.sum(),
    "weights 1, 2, 6, divided by the rows": (w * losses).mean(),
    "second row ignored": losses[0],
    "second row ignored, divided by both rows": losses[0] / 2,
}
print("| way | loss |")
print("| --- | --: |")
for name, loss in ways.items():
    print(f"| {name} | {loss:.4f} |")
# --8<-- [end:table]
