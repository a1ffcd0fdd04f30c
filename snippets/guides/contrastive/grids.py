# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np

inputs, labels = np.array(list("abab")), np.array(list("xxxy"))
pairs = ["1", "2", "3", "4"], np.eye(4) == 1, False
views = ["a1", "b1", "a2", "b2"], inputs[:, None] == inputs, True
classes = labels, labels[:, None] == labels, True
panels = [
    ("CLIP", *pairs, "a softmax\nper arrow"),
    ("SimCLR", *views, "a1, a2: two\nviews of a"),
    ("SupCon", *classes, "labels x, y:\ny has no\npositive"),
    ("SigLIP", *pairs, "a sigmoid\nper cell"),
]
fig, axes = plt.subplots(1, 4, figsize=(6.2, 2.4))
along = {"arrowstyle": "->", "color": "tab:orange", "linewidth": 1.2}
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
            if title == "SigLIP":
                sign, colour = ("+", "white") if positive[row, column] else ("−", "black")
                ax.text(column, -row - 0.05, sign, ha="center", va="center", color=colour)
        if title != "SigLIP" and positive[row].sum() > itself_out:
            ax.annotate("", (3.75, -row), (-0.45, -row), arrowprops=along)
        if title == "CLIP":
            ax.annotate("", (row, -3.75), (row, 0.45), arrowprops=along)
    ax.text(1.5, 1.75, title, ha="center", weight="bold")
    ax.text(1.5, -4.1, below, ha="center", va="top", color="tab:orange" if "per" in below else "black")
    ax.set(xlim=(-1.45, 3.8), ylim=(-6.3, 2.3))
    ax.axis("off")
fig.savefig("grids.svg")
# --8<-- [end:figure]
