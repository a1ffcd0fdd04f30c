# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

m = torch.linspace(-1.5, 4.5, 60, dtype=torch.double)  # (60,), reward margins
dpo = -F.logsigmoid(m)  # (60,)
cdpo = 0.9 * dpo - 0.1 * F.logsigmoid(-m)  # (60,), ε = 0.1
ipo = (m - 0.5) ** 2  # (60,), times β²
fig, ax = plt.subplots(figsize=(6.2, 2.8))
ax.axvline(0, color="tab:gray", linewidth=1)
for losses in dpo, cdpo, ipo:
    ax.plot(m, losses)
ax.plot(0, torch.tensor(2.0).log(), "o", color="C0")
ax.annotate("start: ln 2", (0, 0.69), (-0.15, 0.4), color="C0", ha="right", va="top")
ax.text(4.5, 0.1, "DPO: no minimum", color="C0", ha="right")
ax.text(4.5, 0.6, "cDPO: stops at\nodds of 9 to 1", color="C1", ha="right")
ax.text(2.1, 1.6, "IPO × β²: stops\nat a margin of ½", color="C2")
ax.set(xlabel="margin of the implicit rewards", ylabel="loss of the pair")
ax.set(xticks=[0, 0.5, 2.2], yticks=[0, 1, 2], xlim=(-1.5, 4.5), ylim=(0, 2.2))
fig.savefig("margins.svg")
# --8<-- [end:figure]
