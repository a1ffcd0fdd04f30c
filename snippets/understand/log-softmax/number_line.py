# --8<-- [start:figure]
import math

import matplotlib.pyplot as plt
import torch

info = torch.finfo(torch.float32)
top = math.log(info.max)  # above it, exp is inf
bottom = math.log(info.smallest_normal * info.eps / 2)  # below it, exp is 0
z = torch.tensor([1000.0, 960.0, 920.0])  # (3,)
shifted = z - z.max()  # (3,)

fig, ax = plt.subplots(figsize=(6.2, 2.4))
ax.plot([-400, 1180], [0, 0], "-", color="tab:gray", linewidth=1)
ax.barh(0, top - bottom, left=bottom, height=0.3, color="tab:purple", alpha=0.25)
for limit in bottom, top:
    ax.plot([limit, limit], [-0.15, 0.15], "-", color="tab:purple", linewidth=1)
    text = f"{limit:.0f}".replace("-", "−")
    ax.text(limit, -0.22, text, ha="center", va="top", color="tab:purple")
ax.text(0, -0.48, "exp is a number", ha="center", va="top", color="tab:purple")
ax.text(-265, 0.07, "exp is 0", ha="center")
ax.text(510, 0.07, "exp is infinite", ha="center")
ax.plot(z, torch.zeros(3), "o", color="tab:blue")
ax.plot(shifted, torch.zeros(3), "o", color="tab:blue")
ax.text(960, -0.22, "the logits", ha="center", va="top", color="tab:blue")
arc = {"arrowstyle": "->", "color": "tab:gray", "connectionstyle": "arc3,rad=0.25"}
ax.annotate("", (-40, 0.2), (960, 0.2), arrowprops=arc)
ax.text(460, 0.73, "subtract the largest", ha="center")
ax.set(xlim=(-410, 1190), ylim=(-0.7, 0.9))
ax.axis("off")
fig.savefig("number_line.svg")
# --8<-- [end:figure]
