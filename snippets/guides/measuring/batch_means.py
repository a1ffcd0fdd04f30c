# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

rows = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5], [2.0, 0.5, 1.0], [0.0, 2.0, 1.0]]
)  # (5, 3)
labels = torch.tensor([1, 0, 2, 2, -100])  # (5,)
losses = F.cross_entropy(rows, labels, reduction="none")  # (5,)
valid = labels != -100  # (5,)
right = losses.sum() / valid.sum()
each = [F.cross_entropy(rows[part], labels[part]) for part in (slice(3), slice(3, 5))]
wrong = sum(each) / 2

fig, ax = plt.subplots(figsize=(6.2, 2.7))
for start, size, mean in (0, 3, each[0]), (3, 2, each[1]):
    at = torch.arange(start, start + size) + 0.3 * (start > 0)  # (N,)
    ax.bar(at, losses[start : start + size], 0.7, color="C0", alpha=0.35)
    frame = {"facecolor": "none", "edgecolor": "tab:gray", "clip_on": False}
    ax.add_patch(plt.Rectangle((at[0] - 0.53, 0), size + 0.06, 1.62, **frame))
    ax.text(at.float().mean(), -0.07, f"mean {mean:.2f}", ha="center", va="top")
    ax.text(at.float().mean(), 1.7, f"batch {1 + (start > 0)}", ha="center")
ax.text(4.3, 0.08, "ignored", ha="center", color="tab:gray")
for y, style, name in (right, "-", "mean of all rows"), (wrong, "--", "mean of means"):
    ax.plot([-0.53, 4.83], [y, y], style, color="C0" if style == "-" else "tab:gray")
    ax.text(4.95, y, f"{y:.2f} {name}", va="center", color="C0" if style == "-" else "tab:gray")
ax.set(xlim=(-0.6, 7.6), ylim=(-0.25, 1.9))
ax.axis("off")
fig.savefig("batch_means.svg")
# --8<-- [end:figure]
