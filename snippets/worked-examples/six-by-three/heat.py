# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

torch.manual_seed(42)
acts = torch.randn((6, 3)) * 2  # (6, 3)
sm_acts = torch.softmax(acts, dim=1)  # (6, 3)
targ = [0, 1, 0, 2, 2, 0]
losses = -sm_acts[range(6), targ].log()  # (6,)
frame = {"fill": False, "edgecolor": "tab:brown", "linewidth": 2.5}
middle = {"ha": "center", "va": "center"}


def cell(x, row, width, color, share, text):
    ax.bar(x, 0.9, width - 0.05, bottom=-row - 0.45, color=color, alpha=0.04 + 0.46 * share)
    ax.text(x, -row, text.replace("-", "−"), **middle)


fig, ax = plt.subplots(figsize=(6.2, 3.3))
arrow = {"arrowstyle": "->", "color": "tab:gray", "shrinkA": 0, "shrinkB": 0}
for row, t in enumerate(targ):
    ax.text(0.12, -row, row, color="tab:gray", **middle)
    for k in range(3):
        z, p = acts[row, k].item(), sm_acts[row, k].item()
        cell(0.62 + 0.66 * k, row, 0.66, "tab:blue" if z > 0 else "tab:gray", abs(z) / 4, f"{z:.2f}")
        cell(2.94 + 0.8 * k, row, 0.8, "tab:orange", p, f"{p:.4f}")
    ax.bar(2.94 + 0.8 * t, 0.86, 0.73, bottom=-row - 0.43, **frame)
    cell(5.6, row, 0.78, "tab:red", losses[row].item() / 4, f"{losses[row]:.4f}")
    for start in 2.31, 4.96:
        ax.annotate("", (start + 0.22, -row), (start, -row), arrowprops=arrow)
for x, y, name, color in [
    (0.12, 0.65, "row", "tab:gray"),
    (1.28, 0.65, "logits", "tab:blue"),
    (2.42, 1.3, "softmax", "tab:gray"),
    (3.74, 1.3, "probabilities", "tab:orange"),
    (5.07, 1.3, "−log p", "tab:gray"),
    (5.6, 0.65, "loss", "tab:red"),
]:
    ax.text(x, y, name, ha="center", color=color)
for k in range(3):
    ax.text(2.94 + 0.8 * k, 0.65, f"class {k}", ha="center", color="tab:gray")
ax.text(2.57, -6, "frame: target", color="tab:brown", va="center")
ax.text(5.99, -6, f"mean {losses.mean():.4f}", color="tab:red", weight="bold", ha="right", va="center")
ax.set(xlim=(-0.08, 6), ylim=(-6.3, 1.7))
ax.axis("off")
fig.savefig("heat.svg")
# --8<-- [end:figure]
