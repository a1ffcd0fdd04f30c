# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

tokens = ["7", "+", "2", "=", "9", "end", "pad"]
kept = torch.tensor([0, 0, 0, 0, 1, 1, 0])  # (L,): labels other than -100
marks = torch.arange(7).masked_fill(kept == 0, -100)  # (L,): by position
moved = F.pad(marks[1:], (0, 1), value=-100)  # (L,) shifted

fig, ax = plt.subplots(figsize=(6.2, 3.0))
rows = ("input_ids", torch.arange(7), 2.15), ("target", moved, 1), ("labels", marks, 0)
for name, at, y in rows:
    ax.text(-0.65, y, name, ha="right", va="center")
    for x, k in enumerate(at.tolist()):
        filled = name != "target" and k != -100
        fill = "tab:brown" if filled else "#ffffff"
        ax.bar(x, 0.6, 0.88, bottom=y - 0.3, color=fill, edgecolor="tab:brown" if k != -100 else "tab:gray")
        color = "#ffffff" if filled else "tab:brown" if k != -100 else "tab:gray"
        ax.text(x, y, tokens[k] if k != -100 else "−100", ha="center", va="center", color=color)
for x in torch.nonzero(moved != -100).flatten().tolist():
    ax.annotate("", (x + 0.1, 0.68), (x + 0.9, 0.32), arrowprops={"arrowstyle": "->", "color": "tab:brown"})
    ax.plot([x, x], [1.32, 1.83], "-", color="tab:red", linewidth=1.5)
ax.text(2.8, 1.57, "loss = mean of these two", ha="right", va="center", color="tab:red")
for left, right, part in (0, 3, "prompt"), (4, 5, "answer"), (6, 6, "padding"):
    ax.plot([left - 0.4, right + 0.4], [2.65, 2.65], "-", color="tab:gray", linewidth=1.5)
    ax.text((left + right) / 2, 2.8, part, ha="center")
ax.set(xlim=(-2.0, 6.6), ylim=(-0.35, 3.1))
ax.axis("off")
fig.savefig("targets.svg")
# --8<-- [end:figure]
