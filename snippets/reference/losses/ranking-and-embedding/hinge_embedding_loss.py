from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/hinge_embedding_loss.py"
hinge_embedding_loss = run_path(str(FUNCTION))["hinge_embedding_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

x = torch.linspace(0, 3, 61)  # (61,)
fig, ax = plt.subplots()
lines = (
    (1, 1.0, "target 1, similar", 2.1, 2.25, "right"),
    (-1, 2.0, "target −1, margin 2", 0.08, 2.05, "left"),
    (-1, 1.0, "margin 1", 0.84, 0.24, "left"),
)
for target, margin, name, at, y, side in lines:
    targets = torch.full((61,), target)
    losses = F.hinge_embedding_loss(x, targets, margin, reduction="none")
    (line,) = ax.plot(x, losses)
    ax.text(at, y, name, ha=side, color=line.get_color())
ax.text(2.9, 0.15, "far enough apart:\nno loss", ha="right")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="input, a distance", xlim=(0, 3.05), ylim=(-0.08, 3))
ax.set(xticks=[0, 1, 2, 3], yticks=[0, 1, 2, 3])
fig.savefig("hinge_embedding_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([0.3, 0.3, 2.0])  # (3,) distances
target = torch.tensor([1, -1, -1])  # (3,) 1: similar, -1: dissimilar
for how in "none", "mean", "sum":
    print(f"{how}:", F.hinge_embedding_loss(input, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", hinge_embedding_loss(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x = input.clone().requires_grad_()
F.hinge_embedding_loss(x, target).backward()
active = (target == 1) | (input <= 1)  # (3,)
print("autograd:", x.grad)
print("by hand: ", target * active / 3)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_target]
x = input.clone().requires_grad_()
zero_or_one = torch.tensor([1, 0, 0])  # (3,) 0 where -1 is meant
loss = F.hinge_embedding_loss(x, zero_or_one, reduction="none")
loss.sum().backward()
print("with 0: ", loss.detach(), "gradient", x.grad)
print("with -1:", F.hinge_embedding_loss(input, target, reduction="none"))
# --8<-- [end:pitfall_target]

# --8<-- [start:pitfall_score]
scores = torch.tensor([-4.0, 2.0])  # (2,) a classifier's scores, not distances
y = torch.tensor([1, 1])  # (2,)
print("hinge_embedding_loss:", F.hinge_embedding_loss(scores, y))
print("hinge of a classifier:", (1 - y * scores).clamp(min=0).mean())
# --8<-- [end:pitfall_score]
