# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np

inputs, labels = np.array(list("abab")), np.array(list("xxxy"))
panels = [
    ("CLIP", ["1", "2", "3", "4"], np.eye(4) == 1, False, "each row,\neach column"),
    ("SimCLR", ["a1", "b1", "a2", "b2"], inputs[:, None] == inputs, True, "each row"),
    ("SupCon", labels, labels[:, None] == labels, True, "each row"),
    ("SigLIP", ["1", "2", "3", "4"], np.eye(4) == 1, False, "each cell"),
]
fig, axes = plt.subplots(1, 4, figsize=(6.2, 2.2))
for ax, (title, names, positive, itself_out, below) in zip(axes, panels):
    for row in range(4):
        ax.text(-0.6, -row, names[row], ha="right", va="center")
        ax.text(row, 0.65, names[row], ha="center", va="bottom")
        for column in range(4):
            if itself_out and row == column:
                ax.plot(column, -row, "x", color="tab:gray", markersize=7)
                continue
            colour = "tab:brown" if positive[row, column] else "tab:gray"
            alpha = 1 if positive[row, column] else 0.25
            ax.bar(column, 0.84, 0.84, bottom=-row - 0.42, color=colour, alpha=alpha)
    ax.text(1.5, 1.75, title, ha="center", weight="bold")
    ax.text(1.5, -3.75, below, ha="center", va="top")
    ax.set(xlim=(-1.7, 3.6), ylim=(-5.3, 2.2))
    ax.axis("off")
fig.savefig("grids.svg")
# --8<-- [end:figure]
