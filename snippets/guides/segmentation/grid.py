# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from matplotlib.colors import ListedColormap

mask = torch.zeros(1, 1, 4, 4)  # (N, 1, H, W)
mask[0, 0, 1:3, 1:3] = 2  # an object of class 2
bilinear = F.interpolate(mask, size=(8, 8), mode="bilinear").long()  # (1, 1, 8, 8)
nearest = F.interpolate(mask, size=(8, 8), mode="nearest")  # (1, 1, 8, 8)
fig, axes = plt.subplots(1, 3, figsize=(6.2, 2.5))
colours = ListedColormap(["#ffffff", "tab:red", "tab:brown"])
for ax, name, ids in zip(axes, ("mask", "nearest", "bilinear"), (mask, nearest, bilinear)):
    size = len(ids[0, 0])
    ax.pcolormesh(ids[0, 0], cmap=colours, vmin=0, vmax=2, edgecolors="tab:gray", linewidth=0.5)
    ax.text(size / 2 - 0.5, size / 2 - 0.5, 2, color="#ffffff", ha="center", va="center")
    ax.text(0.5, 0.5, 0, color="tab:gray", ha="center", va="center")
    ax.set_title(name)
    ax.set_aspect("equal")
    ax.axis("off")
axes[2].text(7.2, -0.3, "1: no class of the mask", color="tab:red", ha="right", va="top")
fig.savefig("grid.svg")
# --8<-- [end:figure]
