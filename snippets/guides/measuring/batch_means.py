# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[2.5, 3.5, 1.5], [3.0, 1.0, 0.5], [0.5, 1.0, 1.5],
     [2.0, 0.5, 1.0], [0.0, 2.0, 1.0]]
)  # (5, 3)
targets = torch.tensor([1, 0, 2, 2, -100])  # (5,)
losses = F.cross_entropy(logits, targets, reduction="none").tolist()
whole = F.cross_entropy(logits, targets).item()  # the mean of the four valid rows
means = [F.cross_entropy(logits[part], targets[part]).item() for part in (slice(3), slice(3, 5))]
mean_of_means = sum(means) / 2

fig, ax = plt.subplots(figsize=(6.2, 2.8))
for row, loss in enumerate(losses):
    ax.bar(row + 0.3 * (row > 2), loss, 0.7, color="C0", alpha=0.35)
for name, left, width, mean in ("batch 1", -0.53, 3.06, means[0]), ("batch 2", 2.77, 2.06, means[1]):
    ax.bar(left + width / 2, 1.62, width, fill=False, edgecolor="tab:gray")
    ax.text(left + width / 2, 1.7, f"{name}\nmean {mean:.2f}", ha="center", linespacing=1.4)
ax.text(1, 1.35, "loss of each row", ha="center", color="C0")
ax.text(4.24, 0.07, "ignored", ha="center", color="tab:gray")
lines = (whole, "-", "C0", "mean of all rows"), (mean_of_means, "--", "tab:gray", "mean of means")
for y, style, color, name in lines:
    ax.plot([-0.53, 4.83], [y, y], style, color=color)
    ax.text(4.95, y, f"{y:.2f} {name}", va="center", color=color)
ax.set(xlim=(-0.6, 8), ylim=(0, 2.2))
ax.axis("off")
fig.savefig("batch_means.svg")
# --8<-- [end:figure]
