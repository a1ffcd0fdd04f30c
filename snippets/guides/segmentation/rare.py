# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

mask = torch.zeros(16, 16)  # (16, 16)
mask[5:8, 9:12] = 1  # an object of 9 pixels
found = torch.zeros(3, 16, 16)  # nothing of it, five pixels, all of it
found[1, 5, 9:12] = found[1, 6, 9:11] = 1
found[2] = mask
logits = torch.where(found == 1, 5.0, -5.0)  # (3, 16, 16)
names = "nothing found", "five found", "all found"

fig, ax = plt.subplots(figsize=(6.2, 3.3))
for k, (z, name) in enumerate(zip(logits, names)):
    left = 14 + 20 * k
    ax.plot([left, left + 16, left + 16, left, left], [0, 0, 16, 16, 0], "-", color="tab:gray", linewidth=1)
    for row, column in mask.nonzero().tolist():
        corner = left + column, 15 - row
        ax.bar(corner[0] + 0.5, 1, 1, bottom=corner[1], color="tab:orange", alpha=z[row, column].sigmoid().item())
        ax.bar(corner[0] + 0.5, 1, 1, bottom=corner[1], fill=False, edgecolor="tab:brown")
    ax.text(left, 17.2, name)
    p = z.sigmoid()
    dice = 1 - 2 * (p * mask).sum() / (p + mask).sum()
    right = ((z > 0) == (mask == 1)).sum()
    ax.text(left, -2.6, f"{right} of {mask.numel()}", va="center")
    for y, loss in (-7.1, F.binary_cross_entropy_with_logits(z, mask)), (-11.8, dice):
        ax.bar(left + 5.5 * loss, 2.2, 11 * loss, bottom=y - 1.1, color="tab:red")
        ax.text(left + 11 * loss + 0.7, y, f"{loss:.2f}", color="tab:red", va="center", weight="bold")
ax.text(24.5, 5.2, "object", color="tab:brown", ha="center")
ax.text(43, 5.2, "predicted", color="tab:orange", ha="center")
ax.text(12.8, -2.6, "pixels right", ha="right", va="center")
ax.text(12.8, -6, "mean", ha="right", va="center")
ax.text(12.8, -8.2, "cross-entropy", ha="right", va="center")
ax.text(12.8, -11.8, "Dice loss", ha="right", va="center")
ax.set(xlim=(-2.5, 71.5), ylim=(-13.1, 20))
ax.axis("off")
fig.savefig("rare.svg")
# --8<-- [end:figure]
