# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[-2.0, 4.0, 4.0], [4.0, -2.0, 0.0], [4.0, 2.0, 1.0], [4.0, -1.0, 0.0]]
).double()  # (4, 3)
losses = F.cross_entropy(logits, torch.tensor([0, 0, 2, 1]), reduction="none")  # (4,)
panels = [
    ("mean of all tokens", [1 / 4, 1 / 4, 1 / 4, 1 / 4], "¼", "¾"),
    ("mean of means", [1 / 2, 1 / 6, 1 / 6, 1 / 6], "½", "½"),
]
fig, axes = plt.subplots(1, 2, sharey=True)
for ax, (name, share, of_a, of_b) in zip(axes, panels):
    width = torch.tensor(share).double()  # (4,)
    middle = width.cumsum(dim=0) - width / 2  # (4,)
    ax.bar(middle, losses, width - 0.012, color="C0", alpha=0.3)
    mean = (width @ losses).item()
    ax.plot([0, 1], [mean, mean], "-", color="C0")
    ax.text(middle[1], mean + 0.1, f"{mean:.2f}", color="C0", ha="center")
    for token, x in enumerate(middle.tolist()):
        ax.text(x, 0.15, token, ha="center")
    for left, right, part in (0, share[0], f"part a\n{of_a}"), (share[0], 1, f"part b\n{of_b}"):
        ax.plot([left + 0.01, right - 0.01], [-0.3, -0.3], "-", color="tab:gray", linewidth=1.5)
        ax.text((left + right) / 2, -0.45, part, ha="center", va="top")
    ax.set_title(name)
    ax.set(xlim=(0, 1), ylim=(-1.6, 7), xticks=[], yticks=[0, 5])
    ax.spines["bottom"].set_visible(False)
    ax.spines["left"].set_bounds(0, 7)
axes[0].set_ylabel("loss of each token", labelpad=10)
fig.savefig("two_means.svg")
# --8<-- [end:figure]
