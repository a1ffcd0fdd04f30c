# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

z = torch.tensor([2.5, 3.5, 1.5])  # (3,) logits
y = torch.tensor([0.0, 1.0, 0.0])  # (3,) class 1 is right
p = z.softmax(dim=0)  # (3,)
bar = {"height": 0.4, "color": "tab:green"}
arrow = {"arrowstyle": "-|>", "color": "tab:blue", "linewidth": 2}

fig, ax = plt.subplots(figsize=(6.2, 2.8))
ax.axvline(0, color="tab:gray", linewidth=1)
ax.text(0.02, 0.75, "gradient p − y", color="tab:green", weight="bold")
ax.text(-0.02, 0.75, "descent", ha="right", color="tab:blue", weight="bold")
for k, gradient in enumerate((p - y).tolist()):
    ax.text(-0.8, -k, "right class" if y[k] else f"class {k}", va="center")
    ax.barh(-k, gradient, **bar)
    ax.annotate("", (-gradient, -k), (0, -k), arrowprops=arrow)
    step = f"z goes {'down' if gradient > 0 else 'up'}"
    texts = [(gradient, f"{p[k]:.2f} − {y[k]:.0f}", "tab:green")]
    texts += [(-gradient, step, "tab:blue")]
    for x, text, colour in texts:  # beyond the ends of bar and arrow
        side = ("left", 0.02) if x > 0 else ("right", -0.02)
        ax.text(x + side[1], -k, text, ha=side[0], va="center", color=colour)
ax.text(-0.8, -3.2, "sum", va="center")
for start, width in (p[1] - 1, 1 - p[1]), (0, p[0]), (p[0], p[2]):  # end to end
    ax.barh(-3.2, width - 0.005, left=start, alpha=0.5, **bar)
ax.text(0.36, -3.2, "0, always", va="center", color="tab:green")
ax.set(xlim=(-0.8, 0.6), ylim=(-3.5, 1.1))
ax.axis("off")
fig.savefig("pushes.svg")
# --8<-- [end:figure]
