# --8<-- [start:figure]
import math

import matplotlib.pyplot as plt
import torch

torch.manual_seed(42)
probs = torch.softmax(torch.randn((6, 3)) * 2, dim=1)  # (6, 3)
picked = probs[range(6), [0, 1, 0, 2, 2, 0]].tolist()  # 6 numbers
curve = [(k / 60) ** 2 for k in range(5, 61)]  # closer near 0

fig, ax = plt.subplots()
ax.plot(curve, [-math.log(p) for p in curve])
for row, p in enumerate(picked):
    loss = -math.log(p)
    ax.plot(p, loss, "o", color="#1f5fa8")
    cost = f": {p:.2f} costs {loss:.2f}" if row == 1 else ""
    beside = {0: (-24, 9), 3: (-15, 9)}.get(row, (7, 2))
    ax.annotate(f"row {row}{cost}", (p, loss), beside, textcoords="offset points")
ax.set_title("loss, −log p", size=11, weight="normal")
ax.set(xlabel="probability p of the target", xlim=(0, 1), ylim=(0, 4.6))
ax.set(xticks=[0, 0.5, 1], yticks=[0, 2, 4])
fig.savefig("minus_log.svg")
# --8<-- [end:figure]
