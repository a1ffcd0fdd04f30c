# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

r = torch.linspace(0.4, 1.6, 241, dtype=torch.float64)  # (R,) new probability divided by the old one
fig, axes = plt.subplots(1, 2, sharex=True, sharey=True, figsize=(6.2, 2.8))
for ax, gain in zip(axes, (1, -1), strict=True):
    clipped = -torch.minimum(r * gain, r.clamp(0.8, 1.2) * gain)  # (R,) the loss
    flat = r > 1.2 if gain > 0 else r < 0.8  # where its slope is 0
    ax.axvspan(r[flat].min(), r[flat].max(), color="tab:gray", alpha=0.15, linewidth=0)
    ax.text(r[flat].mean(), 0, "no\ngradient", ha="center", va="center")
    ax.plot(r, clipped, color="tab:red")
    ax.plot(1, -gain, "o", color="tab:red")
    ax.set_title(f"advantage {gain:+d}".replace("-", "−"))
    ax.set_xlabel("ratio")
    ax.set_xticks([0.8, 1, 1.2], ["0.8", "1", "1.2"])
    ax.set_yticks([-1, 0, 1], ["−1", "0", "1"])
axes[0].set_ylabel("loss")
fig.savefig("clipped.svg")
# --8<-- [end:figure]
