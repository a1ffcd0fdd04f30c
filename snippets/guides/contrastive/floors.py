# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np

scale = np.geomspace(0.02, 100, 50)  # (50,)
fig, ax = plt.subplots()
for n in 8, 256, 32768:
    floor = np.log1p((n - 1) * np.exp(-scale * n / (n - 1)))  # (50,)
    ax.plot(scale, floor, color="tab:red")
    ax.text(0.021, np.log(n) + 0.25, f"N = {n}, ln N = {np.log(n):.2f}", color="tab:red", size=9)
ax.axvline(1 / 0.07, ymax=0.95, color="tab:gray", linewidth=1)
ax.text(16, 11.9, "temperature\n0.07", va="top", color="tab:gray", size=9)
ax.axvline(1, ymax=0.95, color="tab:gray", linewidth=1)
ax.text(1.1, 11.9, "plain cosines", va="top", color="tab:gray", size=9)
ax.set(xscale="log", xlabel="scale = 1 / temperature")
ax.set_ylabel("smallest possible loss", labelpad=10)
ax.set(xlim=(0.02, 100), ylim=(0, 12.5), xticks=[0.1, 1, 10, 100], xticklabels=["0.1", "1", "10", "100"])
fig.savefig("floors.svg")
# --8<-- [end:figure]
