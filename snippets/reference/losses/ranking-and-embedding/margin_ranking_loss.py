from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/margin_ranking_loss.py"
margin_ranking_loss = run_path(str(FUNCTION))["margin_ranking_loss"]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input1 = torch.tensor([2.0, 0.5, 1.0])  # (3,) scores
input2 = torch.tensor([0.0, 1.5, 1.0])  # (3,) scores of the rivals
target = torch.tensor([1.0, 1.0, -1.0])  # (3,) 1: input1 ranks higher
scores = input1.numpy(), input2.numpy(), target.numpy()
for reduction in "none", "mean", "sum":
    print("NumPy:", margin_ranking_loss(*scores, 0.5, reduction).round(4))
    tensors = input1, input2, target, 0.5
    print("torch:", F.margin_ranking_loss(*tensors, reduction=reduction))
# --8<-- [end:example]

# --8<-- [start:gradient]
x1, x2 = input1.clone().requires_grad_(), input2.clone().requires_grad_()
F.margin_ranking_loss(x1, x2, target, margin=0.5).backward()
active = -target * (input1 - input2) + 0.5 >= 0  # (3,)
print("autograd:", x1.grad, x2.grad)
print("by hand: ", -target * active / 3, target * active / 3)
# --8<-- [end:gradient]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

x1, x2 = torch.linspace(-3, 3, 121), torch.zeros(121)
fig, ax = plt.subplots()
for y, margin in (1, 0.0), (1, 1.0), (-1, 1.0):
    y = torch.full((121,), y)
    losses = F.margin_ranking_loss(x1, x2, y, margin, reduction="none")
    ax.plot(x1, losses, label=f"target = {y[0]}, margin = {margin}")
ax.set(xlabel="input1 - input2", ylabel="loss")
ax.legend()
fig.savefig("margin_ranking_loss.svg")
# --8<-- [end:figure]

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
