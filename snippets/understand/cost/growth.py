# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np

tokens, features = 8192, 4096
classes = np.array([0, 128_256])  # (2,) the lines are straight
logits = tokens * classes * 4 / 2**30  # (2,) GiB
gradients = (classes + tokens) * features * 4 / 2**30  # (2,) GiB
lines = [
    (5 * logits, "cross_entropy, one-hot targets", (84_000, 13.6, "right")),
    (4 * logits, "cross_entropy, class indices", (72_000, 7.2, "left")),
    (2 * gradients, "linear_cross_entropy in chunks", (127_000, 0.6, "right")),
]
fig, ax = plt.subplots()
for peak, name, (x, y, side) in lines:
    (line,) = ax.plot(classes, peak)
    colour = line.get_color()
    ax.text(x, y, name, ha=side, color=colour)
    ax.text(131_000, peak[1], f"{peak[1]:.1f}", va="center", color=colour)
ax.set_title("GiB at the peak", size=11, weight="normal")
ax.set(xlabel="classes C", xlim=(0, 128_256), ylim=0, yticks=[0, 10, 20])
ax.set(xticks=[0, 50_000, 100_000], xticklabels=["0", "50,000", "100,000"])
fig.savefig("growth.svg")
# --8<-- [end:figure]
