# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

p = torch.tensor([[0.5, 0.4, 0.1], [0.2, 0.5, 0.3], [0.3, 0.1, 0.6]])  # (T, C): blank, a, b
states = [0, 1, 0, 2, 0]  # blank, a, blank, b, blank
fig, ax = plt.subplots(figsize=(6.2, 3.7))
alpha = torch.zeros(3, 5)
for t in range(3):
    ax.text(t, 0.62, f"t = {t}", ha="center", color="tab:gray")
    for s, k in enumerate(states):
        steps = (0, 1, 2) if s > 1 and k != states[s - 2] else (0, 1)
        origins = [s - step for step in steps if t and s >= step and alpha[t - 1, s - step] > 0]
        alpha[t, s] = p[t, k] * (alpha[t - 1, origins].sum() if t else s < 2)
        for origin in origins:
            ax.annotate("", (t - 0.2, -s), (t - 0.8, -origin), arrowprops={"arrowstyle": "->", "color": "tab:gray"})
        if alpha[t, s] > 0:
            weight = "bold" if t == 2 and s > 2 else None
            ax.text(t, -s, f"{alpha[t, s]:.3f}", ha="center", va="center", color="tab:orange", weight=weight)
for s, k in enumerate(states):
    ax.text(-0.45, -s, "-ab"[k], ha="center", va="center", weight="bold")
ax.text(2.4, -3.5, f"{alpha[2, 3:].sum():.3f}", va="center", color="tab:orange", weight="bold")
ax.text(2.3, -3.5, "}", ha="center", va="center", fontsize=34, color="tab:gray", weight="light")
ax.set(xlim=(-0.6, 2.85), ylim=(-4.4, 0.9))
ax.axis("off")
fig.savefig("lattice.svg")
# --8<-- [end:figure]
