# --8<-- [start:figure]
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(6.2, 3))
for row, process in [(0, "process 0"), (-1.6, "process 1")]:
    ax.text(-0.1, row, process, ha="right", va="center", weight="bold")
    for x, width, name in [(2.1, 1.5, "backward"), (3.75, 1.5, "backward"), (5.4, 0.9, "step")]:
        ax.add_patch(plt.Rectangle((x - width / 2, row - 0.35), width, 0.7, fill=False, edgecolor="tab:green"))
        ax.text(x, row, name, ha="center", va="center", color="tab:green")
for x, what, result in [(0.8, "count", "sum"), (4.7, "gradients", "average"), (6.2, "total", "sum")]:
    ax.annotate("", (x, 0.2), (x, -1.8), arrowprops={"arrowstyle": "<->", "color": "tab:red"})
    ax.text(x, 0.85, what, ha="center", color="tab:red", weight="bold")
    ax.text(x, -2.5, result, ha="center", color="tab:red")
ax.text(-0.1, 0.85, "all_reduce", ha="right", color="tab:red", weight="bold")
ax.text(2.1, -0.8, "no_sync", ha="center", va="center", color="tab:gray")
ax.text(3.75, -0.8, "the last", ha="center", va="center", color="tab:gray")
ax.set(xlim=(-1.9, 6.8), ylim=(-2.8, 1.2))
ax.axis("off")
fig.savefig("two_processes.svg")
# --8<-- [end:figure]
