# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

z = torch.tensor([2.5, 3.5, 1.5])  # (3,) logits
y = torch.tensor([0.0, 1.0, 0.0])  # (3,) class 1 is right
p = z.softmax(dim=0)  # (3,)
bar = {"height": 0.42, "color": "tab:green"}
arrow = {"arrowstyle": "-|>", "color": "tab:blue", "linewidth": 2}

fig, ax = plt.subplots(figsize=(6.2, 2.6))
ax.axvline(0, color="tab:gray", linewidth=1)
ax.text(1.2, 0.75, "gradient p − y", ha="right", color="tab:green", weight="bold")
ax.text(-0.02, 0.75, "descent", ha="right", color="tab:blue", weight="bold")
for k, gradient in enumerate((p - y).tolist()):
    ax.text(-0.95, -k, f"class {k}{', right' if y[k] else ''}", va="center")
    ax.barh(-k, gradient, **bar)
    ax.annotate("", (-gradient, -k), (0, -k), arrowprops=arrow)
    where, side = ("down", "right") if gradient > 0 else ("up", "left")
    tip = -gradient + (0.03 if gradient < 0 else -0.03)
    ax.text(tip, -k, f"z {where}", ha=side, va="center", color="tab:blue")
    text = f"{p[k]:.2f} − {y[k]:.0f} = {gradient:+.2f}".replace("-", "−")
    ax.text(1.2, -k, text, ha="right", va="center", color="tab:green")
ax.text(-0.95, -3.1, "sum", va="center")
for start, width in (p[1] - 1, 1 - p[1]), (0, p[0]), (p[0], p[2]):  # end to end
    ax.barh(-3.1, width - 0.005, left=start, alpha=0.5, **bar)
ax.text(1.2, -3.1, "0, always", ha="right", va="center", color="tab:green")
ax.set(xlim=(-0.95, 1.21), ylim=(-3.4, 1.1))
ax.axis("off")
fig.savefig("pushes.svg")
# --8<-- [end:figure]
