# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

arrow = {"arrowstyle": "->", "color": "tab:gray"}
epochs = {"epoch 1": [0.5, 0.5, 0.5, -0.5, -0.5], "epoch 9": [6.0, 6.0, 4.0, 1.0, -8.0]}
fig, axes = plt.subplots(1, 2, sharey=True)
for ax, (epoch, leads) in zip(axes, epochs.items()):
    lead = torch.tensor(leads)  # (5,)
    losses = F.softplus(-lead)  # (5,) of two classes
    right = int((lead > 0).sum())
    ax.bar(range(5), losses, 0.8, color="C0", alpha=0.3)
    ax.plot([-0.5, 4.5], [losses.mean()] * 2, "-", color="C0")
    ax.text(-0.5, losses.mean() + 0.15, f"mean {losses.mean():.2f}", color="C0")
    for row, good in enumerate(lead > 0):
        ax.text(row, -0.25, "✓" if good else "✗", ha="center", va="top")
    ax.set_title(f"{epoch}: {right} of 5 right")
    ax.set(xlim=(-0.6, 4.6), ylim=(-1.2, 8.8), xticks=[], yticks=[0, 4, 8])
    ax.spines["bottom"].set_visible(False)
    ax.spines["left"].set_bounds(0, 8)
axes[0].set_ylabel("loss of each row", labelpad=10)
axes[1].annotate("sure and wrong", (3.6, 7.2), (2.9, 7.2), ha="right", va="center", arrowprops=arrow)
fig.savefig("mistake.svg")
# --8<-- [end:figure]
