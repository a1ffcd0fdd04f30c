# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

p = torch.linspace(0.001, 0.999, 60, dtype=torch.double)  # (60,)


def share_for(alpha, gamma):
    """The share of class 1 at which p is the best answer, for α and γ of the focal loss."""
    one = alpha * ((1 - p) ** gamma / p - gamma * (1 - p) ** (gamma - 1) * p.log())
    zero = (1 - alpha) * (p**gamma / (1 - p) - gamma * p ** (gamma - 1) * (1 - p).log())
    return zero / (one + zero)


panels = [
    [("plain", 0.5, 0, 0.7, 0.6, "left"), ("weights\n1 and 9", 0.9, 0, 0.3, 0.68, "left")],
    [("γ = 2", 0.5, 2, 0.3, 0.58, "right"), ("γ = 2,\nα = 0.25", 0.25, 2, 0.58, 0.2, "left")],
]
shares = [0, 0.1, 0.5, 1], [0, 0.5, 0.75, 1]
fig, axes = plt.subplots(1, 2, sharey=True, figsize=(6.2, 2.9))
for ax, title, curves, ticks in zip(axes, ("cross-entropy", "focal loss"), panels, shares):
    ax.axhline(0.5, color="tab:gray", linewidth=1)
    for name, alpha, gamma, x, y, side in curves:
        (line,) = ax.plot(share_for(alpha, gamma), p)
        ax.plot(1 - alpha, 0.5, "o", color=line.get_color())
        ax.text(x, y, name, color=line.get_color(), ha=side, va="center")
    ax.set_title(title)
    ax.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    ax.set_yticks([0.5, 1], ["0.5", "1"])
    ax.set(xlim=(0, 1), ylim=(0, 1))
fig.get_layout_engine().set(wspace=0.1)
fig.supxlabel("share of class 1 among rows that look alike", size=11)
axes[0].set_ylabel("best probability", labelpad=10)
fig.savefig("optima.svg")
# --8<-- [end:figure]
