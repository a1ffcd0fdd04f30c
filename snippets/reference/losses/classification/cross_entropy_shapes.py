# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, 0.0, 1.0], [0.0, 3.0, 0.0]])  # (2, 3)
indices = torch.tensor([0, 2])  # (2,)
probs = torch.tensor([[0.8, 0.1, 0.1], [0.0, 0.5, 0.5]])  # (2, 3)
pixels = torch.tensor([[[2, 2, 1], [0, 1, 1]]])  # (1, 2, 3)
image = 2.0 * F.one_hot(pixels, 3).movedim(-1, 1)  # (1, 3, 2, 3)
BLUE, BROWN, RED = "tab:blue", "tab:brown", "tab:red"

fig, ax = plt.subplots(figsize=(6.2, 4.5))


def grid(x, y, rows, color, full, slant=0.0):
    """Draw rows of numbers as cells, seen from the front or, with a slant, as a layer; a full cell is dark."""
    high = 0.9
    for h, row in enumerate(reversed(rows.tolist())):
        for w, number in enumerate(row):
            left, low, dark = x + w + slant * h, y + high * h, full.flip(0)[h][w].item()
            corners = [left, left + 0.93, left + 0.93 + slant, left + slant]
            top = low + high - 0.07
            ax.fill(corners, [low, low, top, top], color=color, alpha=1 if dark else 0.15, linewidth=0)
            ink = {"color": "white"} if dark else {}
            ax.text(left + 0.46 + slant / 2, low + high / 2 - 0.08, f"{number:g}", ha="center", va="center", **ink)


def row(y, name, shapes, loss, middle):
    for x, shape, color in zip((3.2, 8.7), shapes, (BLUE, BROWN)):
        ax.text(x, y, shape, color=color)
    ax.text(13.5, y, "()", color=RED, ha="center")
    ax.text(0, middle, name, va="center", linespacing=1.3)
    ax.text(13.5, middle, f"{loss:.2f}", color=RED, weight="bold", ha="center", va="center")


row(2.1, "class\nindices", ["(N, C)", "(N,)"], F.cross_entropy(logits, indices), 0.85)
grid(3.2, 0, logits, BLUE, F.one_hot(indices, 3) == 1)
grid(8.7, 0, indices[:, None], BROWN, torch.ones(2, 1) == 1)
row(-1.35, "class indices\nof pixels", ["(N, C, H, W)", "(N, H, W)"], F.cross_entropy(image, pixels), -4.5)
for c in range(3):
    grid(3.2, -3.45 - 2.05 * c, image[0, c], BLUE, pixels[0] == c, slant=0.45)
grid(8.7, -5.5, pixels[0], BROWN, pixels[0] >= 0, slant=0.45)
row(-9.2, "class\nprobabilities", ["(N, C)", "(N, C)"], F.cross_entropy(logits, probs), -10.45)
grid(3.2, -11.3, logits, BLUE, logits > 9)
grid(8.7, -11.3, probs, BROWN, probs > 1)
for x, name, color in (3.2, "logits", BLUE), (8.7, "target", BROWN), (12.9, "loss", RED):
    ax.text(x, 3.4, name, color=color, weight="bold")
ax.set(xlim=(-0.1, 14.3), ylim=(-11.4, 4.1))
ax.axis("off")
fig.savefig("cross_entropy_shapes.svg")
# --8<-- [end:figure]
