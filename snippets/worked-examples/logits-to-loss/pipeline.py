# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

z = torch.tensor([2.5, 3.5, 1.5])  # (3,) the second class is right
log_p = z.log_softmax(dim=0)  # (3,)
columns = [
    ("logits z", z, "tab:blue", "exp"),
    ("exp(z)", z.exp(), "tab:gray", "÷ sum"),
    ("softmax p", z.softmax(dim=0), "tab:orange", "log"),
    ("log p", log_p, "tab:purple", "pick"),
    ("log p[1]", log_p[1:2], "tab:purple", "× −1"),
    ("loss", -log_p[1:2], "tab:red", ""),
]
fig, ax = plt.subplots(figsize=(8.4, 2.6))
for x, (name, values, colour, step) in enumerate(columns):
    longest = (log_p if x > 2 else values).abs().max()  # one scale from log p on
    ax.text(x, 0.8, name, weight="bold")
    for row, value in enumerate(values.tolist(), start=len(values) == 1):
        ax.text(x, -row, f"{value:.4f}", color=colour)
        length = 0.5 * abs(value) / longest.item()
        ax.barh(-row - 0.3, length, left=x, height=0.14, color=colour)
    if step:
        ax.annotate("", (x + 0.97, -0.9), (x + 0.6, -0.9), arrowprops={"arrowstyle": "->", "color": "tab:gray"})
        ax.text(x + 0.78, -0.75, step, ha="center", color="tab:gray", size=10)
for left, right, name in (0, 3.5, "F.log_softmax"), (3.6, 5.5, "F.nll_loss"):
    ax.plot([left, left, right, right], [-2.7, -2.9, -2.9, -2.7], "-", color="tab:gray", linewidth=1)
    ax.text((left + right) / 2, -3.4, name, ha="center", family="monospace", size=10)
ax.set(xlim=(-0.05, 5.6), ylim=(-3.6, 1.2))
ax.axis("off")
fig.savefig("pipeline.svg")
# --8<-- [end:figure]
