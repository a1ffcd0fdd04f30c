from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/triplet_margin_loss.py"
triplet_margin_loss = run_path(str(FUNCTION))["triplet_margin_loss"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

anchor, positive = torch.zeros(41, 1), torch.ones(41, 1)  # at distance 1
negative = torch.linspace(0, 4, 41).unsqueeze(1)  # (41, 1)
fig, ax = plt.subplots()
ax.axvline(1, color="tab:gray", linewidth=1)
ax.text(1.05, 2.9, "distance of the positive", color="tab:gray")
for margin, x, y in (2.0, 1.55, 1.55), (0.5, 0.1, 0.5):
    losses = F.triplet_margin_loss(
        anchor, positive, negative, margin, reduction="none"
    )
    (line,) = ax.plot(negative.squeeze(dim=1), losses)
    ax.text(x, y, f"margin {margin}", color=line.get_color())
ax.text(3.85, 0.15, "further by the margin:\nno loss", ha="right")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="distance of the negative", xlim=(0, 4), ylim=(-0.08, 3.2))
ax.set(xticks=[0, 1, 2, 3, 4], yticks=[0, 1, 2, 3])
fig.savefig("triplet_margin_loss.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

anchor = torch.tensor([[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]])  # (3, 2)
positive = torch.tensor([[3.0, 4.0], [0.0, 1.0], [0.0, 1.0]])  # (3, 2)
negative = torch.tensor([[0.0, 5.5], [1.5, 0.0], [0.0, 9.0]])  # (3, 2)
for how in "none", "mean", "sum":
    loss = F.triplet_margin_loss(anchor, positive, negative, reduction=how)
    print(f"{how}:", loss)
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = anchor.numpy(), positive.numpy(), negative.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", triplet_margin_loss(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
a = anchor.clone().requires_grad_()
F.triplet_margin_loss(a, positive, negative).backward()
to_positive, to_negative = anchor - positive + 1e-6, anchor - negative + 1e-6
near = to_positive.norm(dim=1, keepdim=True)  # (3, 1)
far = to_negative.norm(dim=1, keepdim=True)  # (3, 1)
slope = to_positive / near - to_negative / far  # (3, 2)
print("autograd:", a.grad)
print("by hand: ", slope * (near - far + 1 >= 0) / 3)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_collapse]
point = torch.ones(3, 2)  # (3, 2) one embedding for everything
print("all in one point:", F.triplet_margin_loss(point, point, point))
near, far = F.pairwise_distance(point, point), F.pairwise_distance(point, point)  # (3,), (3,)
print("soft margin:", F.softplus(near - far).mean(), "ln 2:", torch.tensor(2.0).log())
loss = F.triplet_margin_loss(anchor, positive, negative, reduction="none")
print("mean of all:", loss.mean(), "of those that cost:", loss[loss > 0].mean())
# --8<-- [end:pitfall_collapse]

# --8<-- [start:pitfall_square]
def square(x, y):  # (*, D), (*, D) -> (*)
    return ((x - y) ** 2).sum(dim=-1)


triplets = anchor, positive, negative
print(F.triplet_margin_loss(*triplets, reduction="none"))
loss = F.triplet_margin_with_distance_loss(
    *triplets, distance_function=square, reduction="none"
)
print(loss)
# --8<-- [end:pitfall_square]

# --8<-- [start:pitfall_swap]
x = torch.tensor([[0.0], [2.0], [3.0]])  # anchor, positive, negative: (1,) each
for swap in False, True:
    print(f"swap {swap}: {F.triplet_margin_loss(*x, swap=swap):.4f}")
# --8<-- [end:pitfall_swap]

# --8<-- [start:pitfall_margin]
try:
    F.triplet_margin_loss(anchor, positive, negative, margin=0)
except ValueError as error:
    print(error)
# --8<-- [end:pitfall_margin]
