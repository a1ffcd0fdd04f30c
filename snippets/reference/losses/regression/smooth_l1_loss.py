from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/smooth_l1_loss.py"
smooth_l1_loss = run_path(str(FUNCTION))["smooth_l1_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

error, zeros = torch.linspace(-3, 3, 61), torch.zeros(61)
fig, ax = plt.subplots()
for beta in 0.0, 1.0, 2.0:
    losses = F.smooth_l1_loss(error, zeros, reduction="none", beta=beta)
    (line,) = ax.plot(error, losses)
    ends = torch.tensor([-beta, beta])  # (2,) of the parabola
    at_ends = F.smooth_l1_loss(ends, zeros[:2], reduction="none", beta=beta)
    ax.plot(ends, at_ends, "o", color=line.get_color())
    ax.text(3.1, losses[-1], f"beta {beta:.0f}", color=line.get_color())
ax.text(0, 2.5, "beyond the points,\nthe same slope", ha="center")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="input − target", xlim=(-3, 3.8), ylim=(-0.1, 3.2))
ax.set(xticks=[-2, -1, 0, 1, 2], yticks=[0, 1, 2, 3])
fig.savefig("smooth_l1_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([2.5, 0.0, 5.0])  # (3,) predictions
target = torch.tensor([3.0, 0.0, 2.0])  # (3,) errors -0.5, 0 and 3
for how in "none", "mean", "sum":
    print(f"{how}:", F.smooth_l1_loss(input, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", smooth_l1_loss(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x = input.clone().requires_grad_()
F.smooth_l1_loss(x, target, beta=2.0).backward()
by_hand = ((input - target) / 2).clamp(-1, 1) / 3
print("autograd:", x.grad)
print("by hand: ", by_hand)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_huber]
for beta in 0.5, 1.0, 2.0:
    smooth = F.smooth_l1_loss(input, target, beta=beta)
    huber = F.huber_loss(input, target, delta=beta)
    print(f"beta {beta}: {smooth:.4f}, times beta: {beta * smooth:.4f}")
    print(f"   huber_loss: {huber:.4f}")
# --8<-- [end:pitfall_huber]

# --8<-- [start:pitfall_beta]
for beta in 0.0, 1.0, 100.0:
    loss = F.smooth_l1_loss(input, target, beta=beta)
    print(f"beta {beta}: {loss:.4f}")
print(f"l1_loss: {F.l1_loss(input, target):.4f}")
# --8<-- [end:pitfall_beta]

# --8<-- [start:pitfall_weight]
weight = torch.tensor([1.0, 1.0, 4.0])  # (3,)
try:
    F.smooth_l1_loss(input, target, weight=weight)
except TypeError as error:
    print(error)
weighted = weight * F.smooth_l1_loss(input, target, reduction="none")
print("by hand:", weighted.sum() / weight.sum())
# --8<-- [end:pitfall_weight]
