# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

torch.manual_seed(42)
sm_acts = torch.softmax(torch.randn((6, 3)) * 2, dim=1)  # (6, 3)
targ = [0, 1, 0, 2, 2, 0]
losses = -sm_acts[range(6), targ].log()  # (6,)
frame = {"fill": False, "edgecolor": "tab:brown", "linewidth": 2.5}
middle = {"ha": "center", "va": "center"}

fig, ax = plt.subplots(figsize=(6.2, 3.1))
for row, (t, probs) in enumerate(zip(targ, sm_acts.tolist())):
    ax.text(-1.75, -row, f"row {row}", va="center")
    ax.text(-0.88, -row, t, color="tab:brown", weight="bold", **middle)
    for k, p in enumerate(probs):
        tint = {"color": "tab:orange", "alpha": 0.04 + 0.46 * p}
        ax.bar(k, 0.9, 0.96, bottom=-row - 0.45, **tint)
        ax.text(k, -row, f"{p:.4f}", **middle)
    ax.bar(t, 0.86, 0.92, bottom=-row - 0.43, **frame)
    arrow = {"arrowstyle": "->", "color": "tab:gray"}
    ax.annotate("", (3.2, -row), (2.6, -row), arrowprops=arrow)
    loss = losses[row].item()
    tint = {"color": "tab:red", "alpha": 0.04 + 0.46 * loss / losses.max().item()}
    ax.bar(3.75, 0.9, 0.96, bottom=-row - 0.45, **tint)
    ax.text(3.75, -row, f"{loss:.4f}", **middle)
ax.plot([4.3, 4.4, 4.4, 4.3], [0.4, 0.4, -5.4, -5.4], "-", color="tab:gray")
ax.text(4.95, -2.1, "mean", color="tab:red", **middle)
ax.text(4.95, -2.8, f"{losses.mean():.4f}", color="tab:red", weight="bold", **middle)
for k in range(3):
    ax.text(k, 0.65, f"class {k}", ha="center", color="tab:gray")
ax.text(-0.88, 0.65, "target", ha="center", color="tab:brown")
ax.text(2.93, 0.65, "−log p", ha="center", color="tab:gray")
ax.text(3.75, 0.65, "loss", ha="center", color="tab:red")
ax.set(xlim=(-1.75, 5.45), ylim=(-5.5, 1))
ax.axis("off")
fig.savefig("heat.svg")
# --8<-- [end:figure]
