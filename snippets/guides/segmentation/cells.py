# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

probs = torch.tensor([0.9, 0.6, 0.2, 0.1])  # (4,) of four pixels
mask = torch.tensor([1.0, 1.0, 0.0, 0.0])  # (4,) the object is the first two
rows = {"probability": probs, "mask": mask, "product": probs * mask}
colors = ["tab:orange", "tab:brown", "tab:orange"]

fig, ax = plt.subplots(figsize=(6.2, 2.2))
for k, ((name, row), color) in enumerate(zip(rows.items(), colors)):
    ax.text(-0.7, -k, name, ha="right", va="center")
    for x, value in enumerate(row.tolist()):
        ax.bar(x, 0.8, 0.92, bottom=-k - 0.4, color=color, alpha=0.35 * value)
        ax.bar(x, 0.8, 0.92, bottom=-k - 0.4, fill=False, edgecolor=color)
        ax.text(x, -k, f"{value:g}", ha="center", va="center")
    ax.text(4.2, -k, f"{row.sum():.1f}", ha="center", va="center", color=color, weight="bold")
ax.text(4.2, 0.65, "sum", ha="center")
p, y, both = (row.sum().item() for row in rows.values())
dice = 2 * both / (p + y)
ax.text(5.5, 0.65, "Dice score")
ax.text(6.3, 0.02, f"2 × {both:.1f}", ha="center", color="tab:orange")
ax.plot([5.5, 7.1], [-0.15, -0.15], "-", color="tab:gray", linewidth=1)
ax.text(6.3, -0.28, f"{p:.1f} + {y:.1f}", ha="center", va="top", color="tab:brown")
ax.text(7.25, -0.15, f"= {dice:.2f}", va="center", weight="bold")
ax.text(5.5, -1.45, "loss", va="center")
ax.text(5.5, -2, f"1 − {dice:.2f} = {1 - dice:.2f}", va="center", color="tab:red", weight="bold")
ax.set(xlim=(-2.7, 8.6), ylim=(-2.5, 1.2))
ax.axis("off")
fig.savefig("cells.svg")
# --8<-- [end:figure]
