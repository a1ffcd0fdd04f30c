# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

tokens = ["7", "+", "2", "=", "9", "end", "pad", "pad"]
kept = torch.tensor([0, 0, 0, 0, 1, 1, 0, 0])  # (L,): labels other than -100
marks = torch.arange(8).masked_fill(kept == 0, -100)  # (L,): by position
moved = F.pad(marks[1:], (0, 1), value=-100)  # (L,) shifted

fig, ax = plt.subplots(figsize=(6.2, 3.0))
rows = ("input_ids", torch.arange(8), 2), ("labels", marks, 1), ("target", moved, 0)
for name, at, y in rows:
    ax.text(-0.7, y, name, ha="right", va="center")
    for x, k in enumerate(at.tolist()):
        seen, color = k != -100, "tab:brown" if y < 2 else "tab:gray"
        fill = color if seen and y < 2 else "#ffffff"
        ax.add_patch(plt.Rectangle((x - 0.43, y - 0.3), 0.86, 0.6, facecolor=fill, edgecolor=color))
        text = tokens[k] if seen else "−100"
        ax.text(x, y, text, ha="center", va="center", size=9, color="#ffffff" if seen and y < 2 else color)
for x in torch.nonzero(moved != -100).flatten().tolist():
    ax.annotate("", (x + 0.1, 0.34), (x + 0.9, 0.66), arrowprops={"arrowstyle": "->", "color": "tab:brown"})
    ax.text(x, -0.62, "loss", ha="center", va="center", color="tab:red", weight="bold")
for left, right, part in (0, 3, "prompt"), (4, 5, "answer"), (6, 7, "padding"):
    ax.plot([left - 0.4, right + 0.4], [2.5, 2.5], "-", color="tab:gray", linewidth=1.5)
    ax.text((left + right) / 2, 2.75, part, ha="center", va="center")
ax.text(2.45, -0.62, "the last prompt token predicts 9", ha="right", va="center")
ax.set(xlim=(-2.2, 7.5), ylim=(-0.95, 3))
ax.axis("off")
fig.savefig("targets.svg")
# --8<-- [end:figure]
