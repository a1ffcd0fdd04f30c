# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

z = torch.tensor([2.5, 3.5, 1.5])  # (3,) logits
y = torch.tensor([0.0, 1.0, 0.0])  # (3,) class 1 is right
p = z.softmax(dim=0)  # (3,)

fig, ax = plt.subplots(figsize=(6.2, 2.8))
ax.axvline(0, color="tab:gray", linewidth=1)
ax.text(0.02, 0.75, "gradient p − y", color="tab:green", weight="bold")
ax.text(-0.02, 0.75, "descent", ha="right", color="tab:blue", weight="bold")
for k, gradient in enumerate((p - y).tolist()):
    name, push = ("right class", "up") if y[k] else (f"class {k}", "down")
    away = -1 if gradient > 0 else 1  # descent goes away from the bar
    ax.text(-0.8, -k, name, va="center")
    ax.barh(-k, gradient, height=0.4, color="tab:green")
    side = {"ha": "right" if away > 0 else "left", "va": "center"}
    ax.text(gradient - 0.02 * away, -k, f"{p[k]:.2f} − {y[k]:.0f}", color="tab:green", **side)
    ax.annotate("", (-gradient, -k), (0, -k), arrowprops={"arrowstyle": "-|>", "color": "tab:blue", "linewidth": 2})
    ax.text(0.02 * away - gradient, -k, f"z goes {push}", ha="left" if away > 0 else "right", va="center", color="tab:blue")
ax.text(-0.8, -3.2, "sum", va="center")
for left, width in (p[1] - 1, 1 - p[1]), (0, p[0]), (p[0], p[2]):
    ax.barh(-3.2, width - 0.005, left=left, height=0.4, color="tab:green", alpha=0.5)
ax.text(0.36, -3.2, "0, always", va="center", color="tab:green")
ax.set(xlim=(-0.8, 0.6), ylim=(-3.5, 1.1))
ax.axis("off")
fig.savefig("pushes.svg")
# --8<-- [end:figure]
