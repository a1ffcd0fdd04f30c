# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

# One item of each batch: its logits as a stack of three classes, and its class indices.
items = [
    (0, "(N, C)", "(N)", [[1]]),
    (3.1, "(N, C, L)", "(N, L)", [[0, 2, 1, 1]]),
    (9, "(N, C, H, W)", "(N, H, W)", [[2, 2, 1], [0, 1, 1]]),
]
fig, ax = plt.subplots(figsize=(6.2, 3.7))
for left, logits, target, indices in items:
    for h, row in enumerate(reversed(indices)):
        for w, index in enumerate(row):
            x = torch.tensor([0, 0.9, 1.4, 0.5]) + left + w + 0.55 * h
            for level in 0, 1, 2, 4:  # three classes, then the target
                y = torch.tensor([0, 0, 0.8, 0.8]) - 2.1 * level + 0.87 * h
                colour = "tab:blue" if level < 3 else "tab:brown"
                ax.fill(x, y, color=colour, alpha=1 if level in (index, 4) else 0.25, linewidth=0)
            ax.text(x.mean(), y.mean(), index, color="white", ha="center", va="center", zorder=3)
    for level in 0, 1, 2:
        ax.text(left - 0.2, 0.1 - 2.1 * level, level, color="tab:blue", ha="right")
    ax.text(left - 0.2, 1.6, "C", color="tab:blue", ha="right", weight="bold")
    ax.text(left + 0.2, 2.8, logits)
    ax.text(left + 0.2, -10, target)
ax.text(-2.8, 2.8, "logits")
ax.text(-2.8, -10, "target")
ax.axis("off")
fig.savefig("class_axis.svg")
# --8<-- [end:figure]
