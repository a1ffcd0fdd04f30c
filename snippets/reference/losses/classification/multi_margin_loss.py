from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/multi_margin_loss.py"
multi_margin_loss = run_path(str(FUNCTION))["multi_margin_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

lead = torch.linspace(-1, 3, 61)  # (61,) of the target's score
pairs = torch.stack([lead, torch.zeros(61)], dim=1)  # (61, 2)
first = torch.zeros(61, dtype=torch.int64)  # (61,)
fig, ax = plt.subplots()
for p, x, y in (1, -0.95, 0.6), (2, -0.7, 1.7):
    losses = F.multi_margin_loss(pairs, first, p=p, reduction="none")
    (line,) = ax.plot(lead, losses)
    ax.text(x, y, f"p = {p}", color=line.get_color())
ax.annotate(
    "the target leads\nby the margin:\nno loss",
    (1, 0),
    (1.6, 0.7),
    arrowprops={"arrowstyle": "->", "color": "tab:gray"},
)
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="target's score − other score", xlim=(-1, 3))
ax.set(ylim=(-0.05, 2.1), xticks=[-1, 0, 1, 2, 3], yticks=[0, 1, 2])
fig.savefig("multi_margin_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

scores = torch.tensor([[1.0, 0.5, 2.0], [3.0, 0.0, 1.0]])  # (2, 3)
target = torch.tensor([0, 0])  # (2,) class indices
for how in "none", "mean", "sum":
    print(f"{how}:", F.multi_margin_loss(scores, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = scores.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", multi_margin_loss(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
z = scores.clone().requires_grad_()
F.multi_margin_loss(z, target).backward()
excess = 1 - scores[:, :1] + scores  # (2, 3): 1 - target's score + score
within = (excess > 0).float()  # (2, 3)
within[:, 0] = 0  # the target itself
by_hand = within / 3 / 2  # by the 3 classes and the 2 rows
by_hand[:, 0] -= by_hand.sum(dim=1)
print("autograd:", z.grad)
print("by hand: ", by_hand)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_classes]
for classes in 3, 30:
    row = torch.full((1, classes), -5.0)  # (1, classes)
    row[0, :2] = 0  # the target and one rival
    print(classes, "classes:", F.multi_margin_loss(row, torch.tensor([0])))
# --8<-- [end:pitfall_classes]

# --8<-- [start:pitfall_weight]
weight = torch.tensor([4.0, 1.0, 1.0])  # (3,) per class
each = F.multi_margin_loss(scores, target, weight=weight, reduction="none")
print("weighted mean:         ", F.multi_margin_loss(scores, target, weight=weight))
print("sum divided by 2:      ", each.sum() / 2)
print("sum divided by weights:", each.sum() / weight[target].sum())
# --8<-- [end:pitfall_weight]

# --8<-- [start:pitfall_nan]
broken = torch.tensor([[torch.nan, 0.0, 0.0]])  # (1, 3)
print("multi_margin_loss:", F.multi_margin_loss(broken, torch.tensor([0])))
print("cross_entropy:    ", F.cross_entropy(broken, torch.tensor([0])))
# --8<-- [end:pitfall_nan]

# --8<-- [start:pitfall_ignored]
try:
    F.multi_margin_loss(scores, torch.tensor([0, -100]))
except RuntimeError as error:
    print(error)
# --8<-- [end:pitfall_ignored]
