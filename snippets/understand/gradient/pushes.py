# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

z = torch.tensor([2.5, 3.5, 1.5])  # (3,) logits
y = torch.tensor([0.0, 1.0, 0.0])  # (3,) class 1 is the target
p = z.softmax(dim=0)  # (3,)
bar = {"height": 0.3, "color": "tab:green"}
arrow = {"arrowstyle": "-|>", "color": "tab:blue", "linewidth": 2}
zero = 2.2  # where the gradient's bars begin

fig, ax = plt.subplots(figsize=(6.2, 3.1))
ax.plot([zero, zero], [0.5, -3.7], color="tab:gray", linewidth=1)
ax.text(zero, 0.85, "gradient p − y", ha="center", color="tab:green", weight="bold")
for k, gradient in enumerate((p - y).tolist()):
    row = -1.15 * k
    name = f"class {k}" + (",\nthe target" if y[k] else "")
    ax.text(-0.75, row, name, va="center")
    ax.plot([y[k], y[k]], [row + 0.38, row - 0.45], color="tab:brown", linewidth=2, linestyle=(0, (2, 1)))
    place = (1.05, row) if y[k] else (-0.03, row + 0.58)
    ax.text(*place, f"y = {y[k]:.0f}", color="tab:brown", va="center")
    ax.barh(row + 0.12, p[k], height=0.42, color="tab:orange")
    ax.barh(row - 0.22, gradient, left=y[k], height=0.12, color="tab:green")
    ax.barh(row, gradient, left=zero, **bar)
    ax.annotate("", (zero - gradient, row), (zero, row), arrowprops=arrow)
    where, out = ("down", 0.04) if gradient > 0 else ("up", -0.04)
    sides = ("left", "right") if gradient > 0 else ("right", "left")
    text = f"{gradient:+.2f}".replace("-", "−")
    ax.text(zero + gradient + out, row, text, ha=sides[0], va="center", color="tab:green")
    ax.text(zero - gradient - out, row, f"z {where}", ha=sides[1], va="center", color="tab:blue")
    text = {"s": f"p = {p[k]:.2f}", "va": "center"}
    if p[k] > 0.5:
        ax.text(p[k] / 2, row + 0.1, ha="center", color="white", **text)
    else:
        ax.text(p[k] + 0.04, row + 0.1, color="tab:orange", **text)
ax.text(-0.75, -3.4, "sum", va="center")
for start, width in (p[1] - 1, 1 - p[1]), (0, p[0]), (p[0], p[2]):  # end to end
    ax.barh(-3.4, width - 0.005, left=zero + start, alpha=0.5, **bar)
ax.text(zero - 0.4, -3.4, "0 for any logits", ha="right", va="center", color="tab:green")
ax.set(xlim=(-0.75, 2.95), ylim=(-3.7, 1.2))
ax.axis("off")
fig.savefig("pushes.svg")
# --8<-- [end:figure]
