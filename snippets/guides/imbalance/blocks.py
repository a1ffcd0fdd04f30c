# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

counts = torch.tensor([[760, 40], [80, 20], [60, 40]])  # (3, 2), x by class
shares = counts[:, 1] / counts.sum(dim=1)  # (3,) of class 1
prior = (counts[:, 1].sum() / counts.sum()).item()
rules = [  # threshold, what it is, where class 1 is predicted
    (0.5, "t = 0.5: all errors alike", "nowhere"),
    (1 / (1 + 3), "t = 1/(1+3) = 0.25: a miss costs 3", "in one block"),
    (prior, f"t = {prior:g}: all classes alike", "in two blocks"),
]

fig, ax = plt.subplots(figsize=(6.2, 2.9))
rows = counts.sum(dim=1)  # (3,) the widths
left = rows.cumsum(dim=0) - rows + 30 * torch.arange(3)  # (3,)
for x, width, share in zip(left.tolist(), rows.tolist(), shares.tolist()):
    ax.bar(x, 1, width, align="edge", color="tab:orange", alpha=0.12)
    ax.bar(x, share, width, align="edge", color="tab:orange", alpha=0.6)
    ax.text(x + width / 2, 1.04, f"{share:.2f}", ha="center", va="bottom", color="tab:orange", weight="bold")
    ax.text(x + width / 2, -0.05, f"{width}", ha="center", va="top")
ax.text(1090, 1.02, "share of\nclass 1", va="center", color="tab:orange", weight="bold")
ax.text(1090, 0.69, "class 1\npredicted", va="center", color="C3")
ax.text(1090, -0.05, "rows", va="top")
for line, name, where in rules:
    ax.plot([0, 1060], [line] * 2, "-", linewidth=1.5, color="C3")
    ax.text(12, line + 0.02, name, va="bottom")
    ax.text(1090, line, where, va="center")
ax.set(xlim=(-10, 1400), ylim=(-0.15, 1.14))
ax.axis("off")
fig.savefig("blocks.svg")
# --8<-- [end:figure]
