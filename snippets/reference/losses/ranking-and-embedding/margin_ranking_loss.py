from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/margin_ranking_loss.py"
margin_ranking_loss = run_path(str(FUNCTION))["margin_ranking_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

x1, x2 = torch.linspace(-3, 3, 61), torch.zeros(61)
fig, ax = plt.subplots()
lines = (1, 1.0, " ", -2.75, 3.9), (1, 0.0, "\n", -2.95, 0.9), (-1, 1.0, " ", 2.75, 3.9)
for target, margin, space, x, y in lines:
    targets = torch.full((61,), target)
    losses = F.margin_ranking_loss(x1, x2, targets, margin, reduction="none")
    (line,) = ax.plot(x1, losses)
    name = f"target {target},{space}margin {margin:.0f}".replace("-", "−")
    side = "left" if x < 0 else "right"
    ax.text(x, y, name, ha=side, color=line.get_color())
ax.annotate(
    "the first leads\nby the margin:\nno loss",
    (1, 0),
    (1.6, 0.7),
    arrowprops={"arrowstyle": "->", "color": "tab:gray"},
)
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="input1 − input2", xlim=(-3, 3), ylim=(-0.1, 4.3))
ax.set(xticks=[-2, -1, 0, 1, 2], yticks=[0, 1, 2, 3, 4])
fig.savefig("margin_ranking_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input1 = torch.tensor([2.0, 0.5, 1.0])  # (3,) scores
input2 = torch.tensor([0.0, 1.5, 1.0])  # (3,) scores of the rivals
target = torch.tensor([1.0, 1.0, -1.0])  # (3,) 1: input1 ranks higher
for how in "none", "mean", "sum":
    loss = F.margin_ranking_loss(input1, input2, target, 0.5, reduction=how)
    print(f"{how}:", loss)
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input1.numpy(), input2.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", margin_ranking_loss(*arrays, 0.5, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x1, x2 = input1.clone().requires_grad_(), input2.clone().requires_grad_()
F.margin_ranking_loss(x1, x2, target, margin=0.5).backward()
active = -target * (input1 - input2) + 0.5 >= 0  # (3,)
print("autograd:", x1.grad, x2.grad)
print("by hand: ", -target * active / 3, target * active / 3)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_margin]
same = torch.ones(3, requires_grad=True)  # (3,) one score for everything
for margin in 0.0, 0.5:
    same.grad = None
    loss = F.margin_ranking_loss(same, same.detach(), target, margin)
    loss.backward()
    print(f"margin {margin}: {loss:.4f}, gradient {same.grad}")
# --8<-- [end:pitfall_margin]

# --8<-- [start:pitfall_target]
x1 = input1.clone().requires_grad_()
zero_or_one = torch.tensor([1.0, 1.0, 0.0])  # (3,) 0 where -1 is meant
loss = F.margin_ranking_loss(x1, input2, zero_or_one, 0.5, reduction="none")
loss.sum().backward()
print("loss:    ", loss.detach())
print("gradient:", x1.grad)
# --8<-- [end:pitfall_target]
