# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

p = torch.tensor([0.5, 0.6, 0.4, 0.7], dtype=torch.double)  # (4,) of the targets
y, w = torch.tensor([0, 1, 2, 1]), torch.tensor([1.0, 2.0, 4.0])  # (4,), (3,)
losses = -p.log()  # (4,)
panels = [("plain mean", torch.ones(4)), ("weighted mean", w[y])]
fig, axes = plt.subplots(1, 2, sharey=True, width_ratios=[4 + 2, 9 + 2])
for ax, (name, weights) in zip(axes, panels):
    total = weights.sum().item()
    mean = (weights * losses).sum().item() / total
    middle = weights.cumsum(dim=0) - weights / 2  # (4,)
    ax.bar(middle, losses, weights - 0.08, color="C0", alpha=0.3)
    for x, weight in zip(middle.tolist(), weights.tolist()):
        ax.text(x, 0.03, f"{weight:g}", ha="center")
    ax.plot([0, total], [mean, mean], "-", color="C0")
    ax.text(total + 0.1, mean, f"mean\n{mean:.4f}", color="C0", va="center")
    ax.set_title(name)
    ax.set(xlabel=f"weights, {total:g} in all", xlim=(0, total + 2), xticks=[], yticks=[0, 1])
axes[0].set(ylabel="loss")
fig.savefig("weighted_mean.svg")
# --8<-- [end:figure]
