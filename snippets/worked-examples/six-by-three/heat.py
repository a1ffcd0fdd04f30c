# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

torch.manual_seed(42)
sm_acts = torch.softmax(torch.randn((6, 3)) * 2, dim=1)  # (6, 3)
targ = [0, 1, 0, 2, 2, 0]
frame = {"fill": False, "edgecolor": "tab:brown", "linewidth": 2.5}

fig, ax = plt.subplots(figsize=(6.2, 3.3))
for row, (t, probs) in enumerate(zip(targ, sm_acts.tolist())):
    ax.text(-0.7, -row, f"row {row}", ha="right", va="center")
    for k, p in enumerate(probs):
        tint = {"color": "tab:orange", "alpha": 0.04 + 0.46 * p}
        ax.bar(k, 0.9, 0.96, bottom=-row - 0.45, **tint)
        weight = "bold" if k == t else "normal"
        ax.text(k, -row, f"{p:.4f}", ha="center", va="center", weight=weight)
    ax.bar(t, 0.86, 0.92, bottom=-row - 0.43, **frame)
    ax.text(2.8, -row, f"targ[{row}] = {t}", va="center", color="tab:brown")
for k in range(3):
    ax.text(k, 0.65, f"class {k}", ha="center", color="tab:gray")
ax.set(xlim=(-1.3, 3.8), ylim=(-5.5, 1))
ax.axis("off")
fig.savefig("heat.svg")
# --8<-- [end:figure]
