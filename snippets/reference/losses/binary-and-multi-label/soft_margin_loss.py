from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/soft_margin_loss.py"
soft_margin_loss = run_path(str(FUNCTION))["soft_margin_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

scores = torch.linspace(-5, 5, 61)  # (61,)
fig, ax = plt.subplots()
for target, x, side in (1, -4.3, "left"), (-1, 4.3, "right"):
    losses = F.soft_margin_loss(scores, torch.tensor(target), reduction="none")
    (line,) = ax.plot(scores, losses)
    name = f"target {target}".replace("-", "−")
    ax.text(x, 4.5, name, ha=side, color=line.get_color())
ax.text(0, 3, "wrong sign:\ncosts about the\nscore's size", ha="center")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="score", xlim=(-5, 5), ylim=(-0.1, 5.1))
ax.set(xticks=[-4, -2, 0, 2, 4], yticks=[0, 1, 2, 3, 4, 5])
fig.savefig("soft_margin_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([2.0, -1.0, 0.5])  # (3,) scores
target = torch.tensor([1.0, -1.0, -1.0])  # (3,) yes, no, no
for how in "none", "mean", "sum":
    print(f"{how}:", F.soft_margin_loss(input, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", soft_margin_loss(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
z = input.clone().requires_grad_()
F.soft_margin_loss(z, target).backward()
by_hand = -target * torch.sigmoid(-target * input) / 3
print("autograd:", z.grad)
print("by hand: ", by_hand)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_zero]
bits = (target + 1) / 2  # (3,) 1, 0, 0
bce = F.binary_cross_entropy_with_logits(input, bits, reduction="none")
print("-1 and 1:", F.soft_margin_loss(input, target, reduction="none"))
print("0 and 1: ", F.soft_margin_loss(input, bits, reduction="none"))
print("BCEWithLogitsLoss, 0 and 1:", bce)
z = input.clone().requires_grad_()
F.soft_margin_loss(z, bits).backward()
print("gradient, 0 and 1:", z.grad)
# --8<-- [end:pitfall_zero]

# --8<-- [start:pitfall_overflow]
z = torch.tensor([-88.0, -89.0], requires_grad=True)  # (2,) float32
one = torch.ones(2)
loss = F.soft_margin_loss(z, one, reduction="none")
safe = F.binary_cross_entropy_with_logits(z, one, reduction="none")
print("SoftMarginLoss:   ", loss.detach())
print("its gradient:     ", torch.autograd.grad(loss.sum(), z)[0])
print("BCEWithLogitsLoss:", safe.detach())
print("its gradient:     ", torch.autograd.grad(safe.sum(), z)[0])
# --8<-- [end:pitfall_overflow]

# --8<-- [start:pitfall_shape]
rows = torch.tensor([[3.0, 3.0], [-3.0, -3.0]])  # (2, 2)
labels = torch.tensor([1.0, -1.0])  # (2,) one per row is meant
print("target (2,):  ", F.soft_margin_loss(rows, labels))
print("target (2, 1):", F.soft_margin_loss(rows, labels[:, None]))
# --8<-- [end:pitfall_shape]
