# --8<-- [start:draw]
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

plain = ["66666666"] * 6 + ["11111111"] * 2  # a digit per pixel, 0 is black
busy = ["40716253", "73150426", "16437502", "05264371"]
busy += ["62301745", "31572064", "27045316", "54623107"]
pictures = {
    "plain": torch.tensor([[int(level) for level in row] for row in plain]),
    "busy": torch.tensor([[int(level) for level in row] for row in busy]),
}  # (8, 8) each
pictures["sorted"] = pictures["busy"].flatten().sort().values.view(8, 8).T
# --8<-- [end:draw]

# --8<-- [start:figure]
fig, axes = plt.subplots(1, 3, figsize=(6.2, 2.6))
for ax, (name, pixels) in zip(axes, pictures.items()):
    shares = torch.bincount(pixels.flatten(), minlength=8) / 64  # (8,)
    bits = torch.special.entr(shares).sum().item() / math.log(2)
    rows = pixels.flip(0)  # matplotlib counts from below
    ax.pcolormesh(rows, cmap="gray", vmin=-1, vmax=8, edgecolors="face")
    ax.set(title=name, xlabel=f"{bits:.2f} bits", aspect="equal", xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
fig.savefig("images.svg")
# --8<-- [end:figure]

# --8<-- [start:entropy]
shares = {}
for name, pixels in pictures.items():
    counts = torch.bincount(pixels.flatten(), minlength=8)  # (8,)
    shares[name] = counts / 64  # (8,) the histogram, as probabilities
    bits = torch.special.entr(shares[name]).sum() / math.log(2)
    print(name, counts.tolist(), f"{bits:.4f} bits")
# --8<-- [end:entropy]

# --8<-- [start:coded]
uniform = torch.full((8,), 0.125)  # (8,)
for name, p in ("plain", shares["plain"]), ("uniform", uniform):
    for seen in "plain", "busy":
        logits = p.log().expand(64, 8)  # (64, 8) the same for each pixel
        loss = F.cross_entropy(logits, pictures[seen].flatten())
        bits = loss / math.log(2)
        print(f"predicted {name}, seen {seen}: {bits:.4f} bits")
# --8<-- [end:coded]
