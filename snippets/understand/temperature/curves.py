# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np

logits = np.array([2.5, 3.5, 1.5])  # (3,)
temperatures = np.geomspace(0.05, 100, 90)  # (90,)
exps = np.exp((logits - 3.5) / temperatures[:, None])  # (90, 3)
probs = exps / exps.sum(axis=1, keepdims=True)
places = {1: (1.5, 0.68, "left"), 0: (0.52, 0.2, "right"), 2: (1.8, 0.07, "left")}

fig, ax = plt.subplots()
ax.axvline(1, color="tab:gray", linewidth=1)
ax.text(1.1, 1.04, "T = 1: the softmax as it is")
for k, (x, y, side) in places.items():
    (line,) = ax.plot(temperatures, probs[:, k])
    name = f"class {k}, logit {logits[k]}"
    ax.text(x, y, name, ha=side, color=line.get_color())
ax.text(100, 0.42, "all equal", ha="right")
ax.set_title("probability", size=11, weight="normal")
ax.set(xscale="log", xlabel="temperature T", xlim=(0.05, 100), ylim=(0, 1.12))
ax.set(xticks=[0.1, 1, 10, 100], xticklabels=["0.1", "1", "10", "100"])
ax.set(yticks=[0, 1 / 3, 1], yticklabels=["0", "1/3", "1"])
ax.minorticks_off()
fig.savefig("curves.svg")
# --8<-- [end:figure]
