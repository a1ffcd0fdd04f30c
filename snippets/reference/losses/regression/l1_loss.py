from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/l1_loss.py"
l1_loss = run_path(str(FUNCTION))["l1_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

error = (torch.arange(-30, 31) / 10).requires_grad_()  # (61,) one is 0
losses = F.l1_loss(error, torch.zeros(61), reduction="none")
losses.sum().backward()
fig, ax = plt.subplots()
ax.axhline(0, color="tab:gray", linewidth=1)
(loss,) = ax.plot(error.detach(), losses.detach())
for side in error < 0, error > 0:
    ax.plot(error[side].detach(), error.grad[side], "--", color="C1")
ax.plot(0, error.grad[30], "o", color="C1")
ax.text(-2.2, 2.4, "loss", color=loss.get_color())
ax.text(-2.9, -0.8, "gradient", color="C1")
ax.text(2.6, 0.85, "the same,\nnear and far", ha="right", va="top")
ax.set_title("loss and gradient", size=11, weight="normal")
ax.set(xlabel="input − target", xlim=(-3, 3), ylim=(-1.3, 3.1))
ax.set(xticks=[-2, -1, 0, 1, 2], yticks=[-1, 0, 1, 2, 3])
fig.savefig("l1_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([2.5, 0.0, 5.0])  # (3,) predictions
target = torch.tensor([3.0, 0.0, 2.0])  # (3,) errors -0.5, 0 and 3
for how in "none", "mean", "sum":
    print(f"{how}:", F.l1_loss(input, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", l1_loss(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x = input.clone().requires_grad_()
F.l1_loss(x, target).backward()
print("autograd:", x.grad)
print("by hand: ", torch.sign(input - target) / 3)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_step]
x = torch.tensor(0.25, requires_grad=True)  # the target is 0
for step in range(4):
    x.grad = None
    loss = F.l1_loss(x, torch.tensor(0.0))
    loss.backward()
    print(f"x {x:.4f}  loss {loss:.4f}  gradient {x.grad:.4f}")
    with torch.no_grad():
        x -= 0.2 * x.grad
# --8<-- [end:pitfall_step]

# --8<-- [start:pitfall_median]
values = torch.tensor([1.0, 2.0, 9.0])  # (3,)
for name, guess in ("median", values.median()), ("mean", values.mean()):
    l1 = F.l1_loss(guess.expand(3), values)
    mse = F.mse_loss(guess.expand(3), values)
    print(f"{name:6} {guess:.4f}: l1_loss {l1:.4f}, mse_loss {mse:.4f}")
# --8<-- [end:pitfall_median]

# --8<-- [start:pitfall_shape]
import warnings

column = input.unsqueeze(1)  # (3, 1), as from a layer with one output
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    grid = F.l1_loss(column, target, reduction="none")  # (3, 3)
    print("mean of", grid.numel(), "differences:", F.l1_loss(column, target))
message = str(caught[0].message).split(". ")[1]
print(f"{caught[0].category.__name__}: {message}")
print("mean of 3 differences:", F.l1_loss(column.squeeze(1), target))
# --8<-- [end:pitfall_shape]

# --8<-- [start:pitfall_weight]
weight = torch.tensor([1.0, 1.0, 4.0])  # (3,)
weighted = F.l1_loss(input, target, reduction="none", weight=weight)
print("l1_loss, weighted mean:", F.l1_loss(input, target, weight=weight))
print("sum divided by weights:", weighted.sum() / weight.sum())
print("sum divided by 3:      ", weighted.sum() / 3)
# --8<-- [end:pitfall_weight]
