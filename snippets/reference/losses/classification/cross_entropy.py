from pathlib import Path
from runpy import run_path

FUNCTION = Path(__file__).parents[1] / "functions/cross_entropy.py"
cross_entropy = run_path(str(FUNCTION))["cross_entropy"]

# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, 0.0, 1.0], [0.0, 3.0, 0.0]])  # (2, 3)
target = torch.tensor([0, 2])  # (2,) class indices
for how in "none", "mean", "sum":
    print(f"{how}:", F.cross_entropy(logits, target, reduction=how))
probs = torch.tensor([[0.8, 0.1, 0.1], [0.0, 0.5, 0.5]])  # (2, 3) as target
print("mean of probabilities:", F.cross_entropy(logits, probs))
# --8<-- [end:example]

# --8<-- [start:numpy]
arrays = logits.numpy(), target.numpy()
for how in "none", "mean", "sum":
    print(f"{how}:", cross_entropy(*arrays, reduction=how).round(4))
loss = cross_entropy(logits.numpy(), probs.numpy())
print("mean of probabilities:", loss.round(4))
# --8<-- [end:numpy]

# --8<-- [start:gradient]
z = logits.clone().requires_grad_()
F.cross_entropy(z, target).backward()
by_hand = (logits.softmax(dim=1) - F.one_hot(target, 3)) / 2
print("autograd:", z.grad)
print("by hand: ", by_hand)
# --8<-- [end:gradient]

# --8<-- [start:pitfall_floor]
half = torch.tensor([[0.0, 0.5, 0.5]])  # (1, 3) as target
best = torch.tensor([[-50.0, 0.0, 0.0]])  # (1, 3) logits of just these odds
print("probabilities:       ", F.cross_entropy(best, half))
print("their entropy:       ", -(half * half.log()).nansum())
sure = torch.tensor([[100.0, 0.0, 0.0]])  # (1, 3)
right = torch.tensor([0])  # (1,)
print("sure:                ", F.cross_entropy(sure, right))
smoothed = F.cross_entropy(sure, right, label_smoothing=0.1)
print("sure, with smoothing:", smoothed)
# --8<-- [end:pitfall_floor]

# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

lead = torch.linspace(-2, 8, 61)  # (61,) of the target's logit
pairs = torch.stack([lead, torch.zeros(61)], dim=1)  # (61, 2)
first = torch.zeros(61, dtype=torch.int64)  # (61,)
fig, ax = plt.subplots()
for smoothing in 0.0, 0.1, 0.3:
    losses = F.cross_entropy(
        pairs, first, reduction="none", label_smoothing=smoothing
    )
    (line,) = ax.plot(lead, losses)
    name = f"smoothing {smoothing}"
    ax.text(8.2, losses[-1], name, va="center", color=line.get_color())
    if smoothing:
        best = losses.argmin()
        ax.plot(lead[best], losses[best], "o", color=line.get_color())
ax.text(2.2, 1.35, "past the point,\na larger lead costs more")
ax.set_title("loss", size=11, weight="normal")
ax.set(xlabel="target's logit − other logit", xlim=(-2, 11.2))
ax.set(ylim=(-0.12, 2.2), xticks=[-2, 0, 2, 4, 6, 8], yticks=[0, 1, 2])
fig.savefig("cross_entropy.svg")
# --8<-- [end:figure]

# --8<-- [start:pitfall_softmax]
print(f"logits:        {F.cross_entropy(sure, right):.4f}")
print(f"probabilities: {F.cross_entropy(sure.softmax(dim=1), right):.4f}")
# --8<-- [end:pitfall_softmax]

# --8<-- [start:pitfall_weight]
weight = torch.tensor([1.0, 1.0, 3.0])  # (3,) per class
each = F.cross_entropy(logits, target, weight, reduction="none")  # (2,)
print("weighted mean:         ", F.cross_entropy(logits, target, weight))
print("sum divided by weights:", each.sum() / weight[target].sum())
one_hot = F.one_hot(target, 3).float()  # (2, 3), the same target
print("as probabilities:      ", F.cross_entropy(logits, one_hot, weight))
print("sum divided by 2:      ", each.sum() / 2)
# --8<-- [end:pitfall_weight]

# --8<-- [start:pitfall_ignored]
padding = torch.tensor([-100, -100])  # (2,)
print("mean:", F.cross_entropy(logits, padding))
print("sum: ", F.cross_entropy(logits, padding, reduction="sum"))
# --8<-- [end:pitfall_ignored]

# --8<-- [start:pitfall_masked]
masked = torch.tensor([[2.0, 0.0, -torch.inf]])  # (1, 3)
one_hot = torch.tensor([[1.0, 0.0, 0.0]])  # (1, 3)
print("class index:  ", F.cross_entropy(masked, torch.tensor([0])))
print("probabilities:", F.cross_entropy(masked, one_hot))
smooth = F.cross_entropy(masked, torch.tensor([0]), label_smoothing=0.1)
print("smoothed:     ", smooth)
# --8<-- [end:pitfall_masked]

# --8<-- [start:pitfall_identical]
picked = F.nll_loss(logits.log_softmax(dim=1), target)
print(torch.equal(F.cross_entropy(logits, target), picked))
# --8<-- [end:pitfall_identical]

# --8<-- [start:pitfall_shape]
tokens = torch.zeros(2, 5, 3)  # (N, length, C)
words = torch.zeros(2, 5, dtype=torch.int64)  # (N, length)
try:
    F.cross_entropy(tokens, words)
except RuntimeError as error:
    print(error)
print(F.cross_entropy(tokens.movedim(-1, 1), words))  # (N, C, length)
print(F.cross_entropy(tokens.flatten(0, 1), words.flatten()))
# --8<-- [end:pitfall_shape]

# --8<-- [start:pitfall_byte]
byte = torch.tensor([156], dtype=torch.uint8)  # (1,) out of range
for reduction in "mean", "none":
    try:
        F.cross_entropy(torch.zeros(1, 3), byte, reduction=reduction)
    except (IndexError, UnicodeDecodeError) as problem:
        print(f"{reduction}: {type(problem).__name__}")
# --8<-- [end:pitfall_byte]

# --8<-- [start:pitfall_half]
sure = torch.tensor([[0.0, 9.0]])  # (1, 2)
print(F.cross_entropy(sure, torch.tensor([1])))
print(F.cross_entropy(sure.half(), torch.tensor([1])))
many = torch.zeros(1, 70000)  # (1, 70000)
print(F.cross_entropy(many, torch.tensor([0])))
print(F.cross_entropy(many.half(), torch.tensor([0])))
# --8<-- [end:pitfall_half]
