# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

p = torch.linspace(0.001, 0.999, 60, dtype=torch.double)  # (60,)


def share_for(alpha, gamma):
    """The share of class 1 at which p is the best answer, for α and γ of the focal loss."""
    one = alpha * ((1 - p) ** gamma / p - gamma * (1 - p) ** (gamma - 1) * p.log())
    zero = (1 - alpha) * (p**gamma / (1 - p) - gamma * p ** (gamma - 1) * (1 - p).log())
    return zero / (one + zero)


fig, ax = plt.subplots()
ax.axhline(0.5, color="tab:gray", linewidth=1)
names = "plain", "weights\n1 and 9", "focal, γ = 2", "focal, γ = 2,\nα = 0.25"
places = (0.74, 0.82, "right"), (0.28, 0.86, "right"), (0.41, 0.57, "right"), (0.5, 0.31, "left")
for name, (alpha, gamma), (x, y, side) in zip(names, [(0.5, 0), (0.9, 0), (0.5, 2), (0.25, 2)], places):
    share = share_for(alpha, gamma)
    (line,) = ax.plot(share, p)
    ax.plot(1 - alpha, 0.5, "o", color=line.get_color())
    ax.text(x, y, name, color=line.get_color(), ha=side, va="center")
ax.set_xlabel("share of class 1 among rows that look alike")
ax.set_ylabel("best probability of class 1", labelpad=10)
ax.set(xticks=[0, 0.1, 0.5, 0.75, 1], yticks=[0, 0.5, 1], xlim=(0, 1), ylim=(0, 1))
fig.savefig("optima.svg")
# --8<-- [end:figure]
