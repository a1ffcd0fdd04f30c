# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

counts = torch.tensor([[5, 1, 0], [1, 2, 0], [1, 0, 0]])  # (3, 3)
hits, of_rows, of_columns = counts.diag(), counts.sum(dim=1), counts.sum(dim=0)  # (3,) each
scores = 2 * hits / (of_rows + of_columns)  # (3,)

fig, ax = plt.subplots(figsize=(6.2, 2.9))
for k in range(3):
    for c, count in enumerate(counts[k].tolist()):
        ax.bar(c, 0.9, 0.94, bottom=-k - 0.45, color="tab:brown", alpha=0.4 if c == k else 0)
        ax.bar(c, 0.9, 0.94, bottom=-k - 0.45, fill=False, edgecolor="tab:gray")
        ax.text(c, -k, count, ha="center", va="center", weight="bold" if c == k else "normal")
    ax.text(-0.7, -k, f"target {k}", ha="right", va="center")
    ax.text(k, 0.6, k, ha="center")
    ax.text(k, -2.6, f"{of_columns[k]}", ha="center", va="top")
    ax.text(2.85, -k, f"{of_rows[k]}", ha="center", va="center")
    fraction = f"2 · {hits[k]} / ({of_rows[k]} + {of_columns[k]})"
    ax.text(3.5, -k, f"{fraction} = {scores[k]:.4f}", va="center")
ax.text(-0.7, 0.6, "predicted", ha="right")
ax.text(2.85, 0.6, "sum", ha="center")
ax.text(-0.7, -2.6, "sum", ha="right", va="top")
ax.text(3.5, 0.6, "F1 of the class")
ax.text(3.5, -2.6, f"macro F1 = {scores.mean():.4f}", va="top", weight="bold")
ax.set(xlim=(-2.1, 6.9), ylim=(-3, 1))
ax.axis("off")
fig.savefig("f1_matrix.svg")
# --8<-- [end:figure]
