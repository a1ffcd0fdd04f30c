from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/huber_loss.py"
huber_loss = run_path(str(FUNCTION))["huber_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

error, zeros = torch.linspace(-3, 3, 61), torch.zeros(61)
fig, ax = plt.subplots()
ax.plot(error, error**2 / 2, "-", color="tab:gray", linewidth=1)
ax.text(2.6, 3.9, "½ error²", ha="right", color="tab:gray")
for delta in 2.0, 1.0, 0.5:
    losses = F.huber_loss(error, zeros, reduction="none", delta=delta)
    (line,) = ax.plot(error, losses)
    ends = torch.tensor([-delta, delta])  # (2,) of the parabola
    at_ends = F.huber_loss(ends, zeros[:2], reduction="none", delta=delta)
    ax.plot(ends, at_ends, "o", color=line.get_color())
    ax.text(3.1, losses[-1], f"delta {delta}", color=line.get_color())
ax.text(0, 3.2, "beyond delta,\na straight line", ha="center")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="input − target", xlim=(-3, 4), ylim=(-0.1, 4.6))
ax.set(xticks=[-2, -1, 0, 1, 2], yticks=[0, 1, 2, 3, 4])
fig.savefig("huber_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([2.5, 0.0, 5.0])  # (3,) predictions
target = torch.tensor([3.0, 0.0, 2.0])  # (3,) errors -0.5, 0 and 3
for how in "none", "mean", "sum":
    print(f"{how}:", F.huber_loss(input, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", huber_loss(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x = input.clone().requires_grad_()
F.huber_loss(x, target, delta=2.0).backward()
by_hand = (input - target).clamp(-2, 2) / 3
print("autograd:", x.grad)
print("by hand: ", by_hand)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_weight]
weight = torch.tensor([1.0, 1.0, 4.0])  # (3,)
weighted = F.huber_loss(input, target, reduction="none", weight=weight)
print("huber_loss, weighted mean:", F.huber_loss(input, target, weight=weight))
print("sum divided by 3:         ", weighted.sum() / 3)
print("sum divided by weights:   ", weighted.sum() / weight.sum())
squares = F.mse_loss(input, target, reduction="none", weight=weight)
print("mse_loss, weighted mean:  ", F.mse_loss(input, target, weight=weight))
print("sum divided by weights:   ", squares.sum() / weight.sum())
# --8<-- [end:pitfall_weight]

# --8<-- [start:pitfall_delta]
for delta in 0.01, 1.0, 100.0:
    loss = F.huber_loss(input, target, delta=delta)
    print(f"delta {delta}: {loss:.4f}, divided by delta: {loss / delta:.4f}")
print(f"smooth_l1_loss: {F.smooth_l1_loss(input, target):.4f}")
print(f"l1_loss: {F.l1_loss(input, target):.4f}")
print(f"half of mse_loss: {F.mse_loss(input, target) / 2:.4f}")
# --8<-- [end:pitfall_delta]

# --8<-- [start:pitfall_dtype]
whole = torch.tensor([2, 0, 5])  # (3,) int64
print("int target:", F.huber_loss(target, whole))
try:
    F.huber_loss(whole, target)
except RuntimeError as error:
    print("int input: ", error)
print("double target:", F.huber_loss(input, target.double()).dtype)
try:
    F.huber_loss(input.clone().requires_grad_(), target.double()).backward()
except RuntimeError as error:
    print("its backward: ", error)
print("and mse_loss: ", F.mse_loss(input, target.double()).dtype)
# --8<-- [end:pitfall_dtype]
