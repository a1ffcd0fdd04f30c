from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/binary_cross_entropy.py"
binary_cross_entropy = run_path(str(FUNCTION))["binary_cross_entropy"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

p = torch.linspace(-5, 5, 61).sigmoid()  # (61,)
fig, ax = plt.subplots()
lines = (
    (1.0, "target 1", 0.04, 4, "left"),
    (0.5, "target 0.5", 0.03, 0.5, "left"),
    (0.0, "target 0", 0.96, 4, "right"),
)
for y, name, x, height, side in lines:
    targets = torch.full((61,), y)
    losses = F.binary_cross_entropy(p, targets, reduction="none")
    (line,) = ax.plot(p, losses)
    ax.text(x, height, name, ha=side, color=line.get_color())
half = torch.tensor(0.5)
floor = F.binary_cross_entropy(half, half)
ax.annotate(
    "",
    (0.5, 0),
    (0.5, floor),
    arrowprops={"arrowstyle": "<->", "color": "tab:gray"},
)
ax.text(0.52, -0.02, "never 0", va="bottom", color="tab:gray")
ax.text(0.5, 4.4, "costly:\ncertain and wrong", ha="center", va="center")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="probability", xlim=(0, 1), ylim=(-0.1, 5.4))
ax.set(xticks=[0, 0.5, 1], yticks=[0, 1, 2, 3, 4, 5])
fig.savefig("binary_cross_entropy.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

input = torch.tensor([0.9, 0.2, 0.6])  # (3,) probabilities
target = torch.tensor([1.0, 0.0, 0.0])  # (3,) yes, no, no
for how in "none", "mean", "sum":
    print(f"{how}:", F.binary_cross_entropy(input, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", binary_cross_entropy(*arrays, reduction=how).round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
p = input.clone().requires_grad_()
F.binary_cross_entropy(p, target).backward()
by_hand = (input - target) / (input * (1 - input)) / 3
print("autograd:", p.grad)
print("by hand: ", by_hand)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_saturation]
no = torch.tensor([0.0])  # (1,)
z = torch.tensor([20.0], requires_grad=True)  # (1,) a wrong logit
apart = F.binary_cross_entropy(z.sigmoid(), no)
fused = F.binary_cross_entropy_with_logits(z, no)
print("probability:", z.sigmoid().item())
print("BCELoss of the sigmoid:", apart.item(), torch.autograd.grad(apart, z)[0])
print("BCEWithLogitsLoss:     ", fused.item(), torch.autograd.grad(fused, z)[0])
# --8<-- [end:pitfall_saturation]

# --8<-- [start:pitfall_clamp]
tiny = torch.tensor([1e-30, 1e-40, 1e-50, 0.0], dtype=torch.float64)  # (4,)
yes = torch.ones(4, dtype=torch.float64)
print("-log p:  ", -tiny.log())
p = tiny.clone().requires_grad_()
loss = F.binary_cross_entropy(p, yes, reduction="none")
print("BCELoss: ", loss.detach())
loss.sum().backward()
print("gradient:", p.grad)
# --8<-- [end:pitfall_clamp]

# --8<-- [start:pitfall_half]
for dtype in torch.float32, torch.float16:
    right = torch.tensor([20.0], dtype=dtype, requires_grad=True)  # (1,)
    loss = F.binary_cross_entropy(right.sigmoid(), torch.ones_like(right))
    loss.backward()
    print(dtype, loss.item(), right.grad)
# --8<-- [end:pitfall_half]

# --8<-- [start:pitfall_input]
logits = torch.tensor([2.0, -1.0, 0.5])  # (3,) not probabilities
for wrong, labels in (logits, target), (input, torch.tensor([1, 0, 0])):
    try:
        F.binary_cross_entropy(wrong, labels)
    except RuntimeError as error:
        print(error)
low = torch.tensor([0.8, 0.1, 0.3])  # (3,) logits that pass for probabilities
print("no error:", F.binary_cross_entropy(low, target))
print("meant:   ", F.binary_cross_entropy(low.sigmoid(), target))
# --8<-- [end:pitfall_input]

# --8<-- [start:pitfall_soft]
soft = torch.tensor([0.9])  # (1,) a soft target
for p in 0.8, 0.9, 0.99:
    loss = F.binary_cross_entropy(torch.tensor([p]), soft)
    print(f"p = {p:.4f}, loss:", loss)
print("entropy of 0.9:  ", torch.special.entr(torch.tensor([0.9, 0.1])).sum())
# --8<-- [end:pitfall_soft]
