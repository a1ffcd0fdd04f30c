# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np
import torch

logits = torch.tensor([2, 0, 1, 0, 3, 1])  # three logits of the first position, then three of the second
indices = [0, 1]  # (L,)
entry = torch.arange(6).view(2, 3)  # (L, C): which logit is where
fig, ax = plt.subplots(figsize=(6.2, 2.6))
ax.text(-0.9, 0, "first", ha="right", va="center")
ax.text(-0.9, -1, "second", ha="right", va="center")
ax.text(-0.45, 0.9, "(L, C)")
ax.text(4.35, 0.9, "transpose to (C, L)")
ax.text(9.65, 0.9, "view as (C, L)")
for left, entries in (0, entry), (4.8, entry.transpose(0, 1)), (10.1, entry.view(3, 2)):
    for (row, column), k in np.ndenumerate(entries):
        position, level = (row, column) if left == 0 else (column, row)
        weight = "bold" if indices[position] == level else None
        colour, alpha = ("white", 1) if k < 3 else (None, 0.25)
        cell = plt.Rectangle((left + column - 0.45, -row - 0.45), 0.9, 0.9, color="tab:blue", alpha=alpha, linewidth=0)
        ax.add_patch(cell)
        ax.text(left + column, -row, logits[k].item(), ha="center", va="center", color=colour, weight=weight)
    for position in 0, 1:
        place = (3, -position) if left == 0 else (left + position, -3)
        ax.text(*place, indices[position], ha="center", va="center", color="tab:brown")
ax.set(xlim=(-2.5, 12.7), ylim=(-3.4, 1.4), aspect="equal")
ax.axis("off")
fig.savefig("cuts.svg")
# --8<-- [end:figure]
