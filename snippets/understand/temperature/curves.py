# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np

logits = np.array([2.5, 3.5, 1.5])  # (3,)
temperatures = np.logspace(-1.3, 2, 200)  # (200,)
exps = np.exp((logits - 3.5) / temperatures[:, None])  # (200, 3)
probs = exps / exps.sum(axis=1, keepdims=True)

fig, ax = plt.subplots()
for k in 1, 0, 2:
    ax.plot(temperatures, probs[:, k], label=f"class {k}, logit {logits[k]}")
ax.axvline(1, color="gray", linewidth=0.8)
ax.set(xscale="log", xlabel="temperature T", ylabel="probability")
ax.legend()
fig.savefig("curves.svg")
# --8<-- [end:figure]
