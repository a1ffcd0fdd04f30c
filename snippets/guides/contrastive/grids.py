# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np

views, labels = np.arange(4) % 2, np.array([0, 0, 0, 1])
panels = [
    ("CLIP", np.eye(4) == 1, None, "rows and\ncolumns"),
    ("SimCLR", views[:, None] == views, np.eye(4) == 1, "rows,\nviews a b"),
    ("SupCon", labels[:, None] == labels, np.eye(4) == 1, "rows, labels\nx x x y"),
    ("SigLIP", np.eye(4) == 1, None, "each cell"),
]
fig, axes = plt.subplots(1, 4, figsize=(6.2, 2.3))
for ax, (title, positive, itself, below) in zip(axes, panels):
    for row in range(4):
        for column in range(4):
            left_out = itself is not None and itself[row, column]
            colour = "tab:brown" if positive[row, column] else "tab:gray"
            if not left_out:
                alpha = 1 if positive[row, column] else 0.25
                ax.plot(column, -row, "s", color=colour, alpha=alpha, markersize=13)
            else:
                ax.plot(column, -row, "x", color="tab:gray", markersize=7)
    ax.set_title(title)
    ax.text(1.5, -3.9, below, ha="center", va="top", size=9)
    ax.set(xlim=(-0.6, 3.6), ylim=(-5.6, 0.6))
    ax.axis("off")
fig.savefig("grids.svg")
# --8<-- [end:figure]
