from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/binary_cross_entropy_with_logits.py"
binary_cross_entropy_with_logits = run_path(str(FUNCTION))["binary_cross_entropy_with_logits"]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

z = torch.linspace(-5, 5, 61)  # (61,) logits
no, yes = torch.zeros(61), torch.ones(61)
lines = (
    (yes, 1.0, "target 1", -4.9, 2.3, "left"),
    (no, 1.0, "target 0", 4.5, 5.1, "right"),
    (yes, 3.0, "target 1, pos_weight 3", -2.0, 7.2, "left"),
)
fig, ax = plt.subplots()
for target, pos_weight, name, x, y, side in lines:
    losses = F.binary_cross_entropy_with_logits(
        z, target, reduction="none", pos_weight=torch.tensor(pos_weight)
    )
    (line,) = ax.plot(z, losses)
    ax.text(x, y, name, ha=side, color=line.get_color())
ax.text(0.9, 4, "wrong: costs about\nthe logit's size", ha="center")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="logit", xlim=(-5, 5), ylim=(-0.15, 8))
ax.set(xticks=[-4, -2, 0, 2, 4], yticks=[0, 2, 4, 6, 8])
fig.savefig("binary_cross_entropy_with_logits.svg")
# --8<-- [end:figure]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

bce = F.binary_cross_entropy_with_logits
input = torch.tensor([2.0, -1.0, 0.5])  # (3,) logits
target = torch.tensor([1.0, 0.0, 0.0])  # (3,) yes, no, no
for how in "none", "mean", "sum":
    print(f"{how}:", bce(input, target, reduction=how))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = input.numpy(), target.numpy()
for how in "none", "mean", "sum":
    loss = binary_cross_entropy_with_logits(*arrays, reduction=how)
    print(f"{how}:", loss.round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
z = input.clone().requires_grad_()
bce(z, target).backward()
by_hand = (torch.sigmoid(input) - target) / 3
print("autograd:", z.grad)
print("by hand: ", by_hand)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_sigmoid]
certain = torch.tensor([8.0, -8.0])  # (2,) logits, both right
truth = torch.tensor([1.0, 0.0])  # (2,)
print("logits:       ", bce(certain, truth, reduction="none"))
print("probabilities:", bce(certain.sigmoid(), truth, reduction="none"))
# --8<-- [end:pitfall_sigmoid]

# --8<-- [start:pitfall_infinite]
infinite = torch.tensor([torch.inf, -torch.inf])  # (2,)
for y in torch.ones(2), torch.full((2,), 0.5), torch.zeros(2):
    print(f"target {y[0]}:", bce(infinite, y, reduction="none"))
# --8<-- [end:pitfall_infinite]

# --8<-- [start:pitfall_target]
for wrong in torch.tensor([1, 0, 0]), torch.tensor([[1.0], [0.0], [0.0]]):
    try:
        bce(input, wrong)
    except (RuntimeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
signs = torch.tensor([1.0, -1.0, -1.0])  # (3,)
print("target of -1:", bce(input, signs, reduction="none"))
print("target of 0: ", bce(input, target, reduction="none"))
# --8<-- [end:pitfall_target]

# --8<-- [start:pitfall_pos_weight]
zeros, ones = torch.zeros(1, 2, 1, 2), torch.ones(1, 2, 1, 2)  # (N, C, H, W)
pos_weight = torch.tensor([1.0, 10.0])  # (C,)
for shape in (2,), (2, 1, 1):
    factor = pos_weight.reshape(shape)
    loss = bce(zeros, ones, reduction="none", pos_weight=factor)
    print(shape, "class 0:", loss[0, 0], "class 1:", loss[0, 1])
# --8<-- [end:pitfall_pos_weight]

# --8<-- [start:pitfall_weight]
weight = torch.tensor([1.0, 1.0, 4.0])  # (3,)
weighted = bce(input, target, weight, reduction="none")
print("weighted mean:         ", bce(input, target, weight))
print("sum divided by 3:      ", weighted.sum() / 3)
print("sum divided by 6:      ", weighted.sum() / weight.sum())
# --8<-- [end:pitfall_weight]

# --8<-- [start:pitfall_soft]
soft = torch.tensor([0.9])  # (1,) a soft target
for p in 0.8, 0.9, 0.99:
    print(f"p = {p:.4f}, loss:", bce(torch.logit(torch.tensor([p])), soft))
print("entropy of 0.9:  ", torch.special.entr(torch.tensor([0.9, 0.1])).sum())
# --8<-- [end:pitfall_soft]
