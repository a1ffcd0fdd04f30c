# --8<-- [start:figure]
import math

import matplotlib.pyplot as plt
import torch

info = torch.finfo(torch.float32)
top = math.log(info.max)  # above it, exp is inf
bottom = math.log(info.smallest_normal * info.eps / 2)  # below it, exp is 0
large = torch.tensor([100.0, 101.0])  # (2,)
apart = torch.tensor([0.0, -104.0])  # (2,)

fig, ax = plt.subplots(figsize=(6.2, 3))
ax.barh(0.75, top - bottom, left=bottom, height=2.9, color="tab:purple", alpha=0.15)
ax.plot([0, 0], [0, 1.5], ":", color="tab:gray", linewidth=1)
for height in 1.5, 0:
    ax.plot([-165, 140], [height] * 2, "-", color="tab:gray", linewidth=1)
ax.plot(large, [1.5, 1.5], "o", color="tab:blue")
ax.plot(large - large.max(), [1.5, 1.5], "o", color="tab:blue", fillstyle="none")
ax.plot(apart, [0, 0], "o", color="tab:blue")
arc = {"arrowstyle": "->", "color": "tab:blue", "connectionstyle": "arc3,rad=0.3"}
ax.annotate("", (5, 1.6), (98, 1.6), arrowprops=arc)
ax.text(-98, 1.62, "large", weight="bold")
ax.text(114, 1.15, "100, 101", ha="center", color="tab:blue")
ax.text(-7, 1.15, "−1, 0", ha="right", color="tab:blue")
ax.text(7, 0.92, "the largest\nlands on 0", va="center", color="tab:blue")
ax.text(-98, 0.12, "far apart", weight="bold")
ax.text(-110, 0.12, "−104", ha="right", color="tab:blue")
ax.text(7, 0.12, "0", color="tab:blue")
ax.text(-98, -0.38, "p is rounded to 0, and log p is −inf", color="tab:red")
for x, zone in (-135, "exp is 0"), (-8, "exp is a number"), (114, "exp is inf"):
    ax.text(x, 2.35, zone, ha="center", color="tab:purple")
for limit in bottom, top:
    text = f"{limit:.2f}".replace("-", "−")
    ax.text(limit, -1.05, text, ha="center", color="tab:purple")
ax.set(xlim=(-165, 140), ylim=(-1.15, 2.7))
ax.axis("off")
fig.savefig("number_line.svg")
# --8<-- [end:figure]
