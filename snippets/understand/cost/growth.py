# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np

tokens, features = 8192, 4096
classes = np.array([0, 128_256])  # (2,) the lines are straight
logits = tokens * classes * 4 / 2**30  # (2,) GiB
gradients = (classes + tokens) * features * 4 / 2**30  # (2,) GiB
lines = [
    (5 * logits, (90_000, 14, "right"), "cross_entropy, one-hot targets"),
    (4 * logits, (72_000, 7.2, "left"), "cross_entropy, class indices"),
    (2 * gradients, (127_000, 0.6, "right"), "linear_cross_entropy in chunks"),
]
fig, ax = plt.subplots()
for peak, (x, y, side), name in lines:
    (line,) = ax.plot(classes, peak)
    ax.text(x, y, name, ha=side, color=line.get_color())
    ax.text(131_000, peak[1], f"{peak[1]:.1f}", va="center", color=line.get_color())
ax.set(xlabel="classes C", ylabel="GiB at the peak", xlim=(0, 128_256), ylim=0)
ax.set(xticks=[0, 50_000, 100_000], xticklabels=["0", "50,000", "100,000"], yticks=[0, 10, 20])
fig.savefig("growth.svg")
# --8<-- [end:figure]
