# --8<-- [start:figure]
import math

import matplotlib.pyplot as plt
import torch

info = torch.finfo(torch.float32)
top = math.log(info.max)  # above it, exp is inf
bottom = math.log(info.smallest_normal * info.eps / 2)  # below it, exp is 0
z = torch.tensor([1000.0, 960.0, 920.0])  # (3,)
shifted = z - z.max()  # (3,)

fig, ax = plt.subplots(figsize=(6.2, 2.7))
ax.plot([-400, 1180], [0, 0], "-", color="tab:gray", linewidth=1)
ax.barh(0, top - bottom, left=bottom, height=0.3, color="tab:purple", alpha=0.25)
ax.plot([bottom, bottom, top, top], [0.15, -0.15, -0.15, 0.15], "-", color="tab:purple", linewidth=1)
for x, text in (-265, "exp is 0"), (510, "exp is infinite"):
    ax.text(x, 0.07, text, ha="center")
ax.text(bottom, -0.22, f"{bottom:.0f}".replace("-", "−"), ha="center", va="top", color="tab:purple")
ax.text(top, -0.22, f"{top:.0f}", ha="center", va="top", color="tab:purple")
ax.text(0, -0.46, "exp is a number", ha="center", va="top", color="tab:purple")
ax.plot(z, torch.zeros(3), "o", color="tab:blue")
ax.plot(shifted, torch.zeros(3), "o", color="tab:blue")
ax.text(960, -0.22, "the logits", ha="center", va="top", color="tab:blue")
arrow = {"arrowstyle": "->", "color": "tab:gray", "connectionstyle": "arc3,rad=0.25"}
ax.annotate("", (-40, 0.2), (960, 0.2), arrowprops=arrow)
ax.text(460, 0.7, "subtract the largest", ha="center")
ax.set(xlim=(-410, 1190), ylim=(-0.75, 1))
ax.axis("off")
fig.savefig("number_line.svg")
# --8<-- [end:figure]
