from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/mse_loss.py"
mse_loss = run_path(str(FUNCTION))["mse_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

error = torch.linspace(-3, 3, 61, requires_grad=True)  # (61,)
losses = F.mse_loss(error, torch.zeros(61), reduction="none")
losses.sum().backward()
fig, ax = plt.subplots()
ax.axhline(0, color="tab:gray", linewidth=1)
(loss,) = ax.plot(error.detach(), losses.detach())
(slope,) = ax.plot(error.detach(), error.grad)
for at in 40, 50:  # errors 1 and 2
    ax.plot(error[at].item(), error.grad[at], "o", color=slope.get_color())
ax.text(-2.5, 7.3, "loss", color=loss.get_color())
ax.text(-2.3, -5.6, "gradient", color=slope.get_color())
ax.text(0.9, -0.7, "twice the error,\ntwice the gradient", va="top")
ax.set_title("loss and gradient", size=11, weight="normal")
ax.set(xlabel="input − target", xlim=(-3, 3), ylim=(-6.2, 9.2))
ax.set(xticks=[-2, -1, 0, 1, 2], yticks=[-4, 0, 4, 8])
fig.savefig("mse_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([2.5, 0.0, 5.0])  # (3,) predictions
target = torch.tensor([3.0, 0.0, 2.0])  # (3,) errors -0.5, 0 and 3
for how in "none", "mean", "sum":
    print(f"{how}:", F.mse_loss(input, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", mse_loss(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
x = input.clone().requires_grad_()
F.mse_loss(x, target).backward()
print("autograd:", x.grad)
print("by hand: ", 2 * (input - target) / 3)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_shape]
import warnings

column = input.unsqueeze(1)  # (3, 1), as from a layer with one output
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    grid = F.mse_loss(column, target, reduction="none")  # (3, 3)
    print("mean of", grid.numel(), "differences:", F.mse_loss(column, target))
message = str(caught[0].message).split(". ")[1]
print(f"{caught[0].category.__name__}: {message}")
print("mean of 3 differences:", F.mse_loss(column.squeeze(1), target))
# --8<-- [end:pitfall_shape]

# --8<-- [start:pitfall_outlier]
x = torch.zeros(3, requires_grad=True)
F.mse_loss(x, torch.tensor([1.0, 1.0, 10.0])).backward()
print("gradient of mse_loss:", x.grad)
x.grad = None
F.l1_loss(x, torch.tensor([1.0, 1.0, 10.0])).backward()
print("gradient of l1_loss: ", x.grad)
# --8<-- [end:pitfall_outlier]

# --8<-- [start:pitfall_weight]
weight = torch.tensor([1.0, 1.0, 4.0])  # (3,)
weighted = F.mse_loss(input, target, reduction="none", weight=weight)
print("mse_loss, weighted mean:", F.mse_loss(input, target, weight=weight))
print("sum divided by weights: ", weighted.sum() / weight.sum())
print("sum divided by 3:       ", weighted.sum() / 3)
print("weights 0:", F.mse_loss(input, target, weight=torch.zeros(3)))
# --8<-- [end:pitfall_weight]

# --8<-- [start:pitfall_brier]
probs = torch.tensor([[0.7, 0.2, 0.1]])  # (1, 3)
one_hot = torch.tensor([[0.0, 1.0, 0.0]])  # (1, 3)
print("mse_loss:", F.mse_loss(probs, one_hot))
print("Brier:   ", (probs - one_hot).square().sum(dim=1).mean())
# --8<-- [end:pitfall_brier]

# --8<-- [start:pitfall_integers]
labels = torch.tensor([3, 0, 2])  # (3,) int64
print("float and int:", F.mse_loss(input, labels))
try:
    F.mse_loss(torch.tensor([2, 0, 5]), labels)
except NotImplementedError as error:
    print("int and int: ", error)
# --8<-- [end:pitfall_integers]
