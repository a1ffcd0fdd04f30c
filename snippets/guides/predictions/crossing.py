# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

missed, false_alarm = 9.0, 1.0  # what the two errors cost
t = false_alarm / (false_alarm + missed)
p = torch.tensor([0.0, t, 0.6], dtype=torch.double)  # (3,) of class 1
predict_0, predict_1 = p * missed, (1 - p) * false_alarm
fig, ax = plt.subplots()
ax.plot(p, torch.minimum(predict_0, predict_1), "-", color="C0", linewidth=9, alpha=0.25)
ax.plot(p, predict_0)
ax.plot(p, predict_1)
ax.plot(t, predict_0[1], "o", color="C0")
arrow = {"arrowstyle": "->", "color": "tab:gray"}
ax.annotate(f"above {t:g},\npredict 1", (t, predict_0[1] + 0.1), (0.01, 2.2), arrowprops=arrow)
ax.text(0.29, 2.2, "predict 0:\np × cost of a miss")
ax.text(0.27, 0.85, "predict 1:\n(1 − p) × cost of a false alarm")
ax.set_ylabel("expected cost", labelpad=10)
ax.set(xlabel="probability p of class 1", xlim=(0, 0.7), ylim=(0, 3))
ax.set(xticks=[0, t, 0.5], xticklabels=["0", f"{t:g}", "0.5"], yticks=[0, 1, 2, 3])
fig.savefig("crossing.svg")
# --8<-- [end:figure]
