# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

logits = torch.tensor([5.0, 4.0, 3.0, 2.0, -1.0, -2.0, -3.0, -4.0])  # (8,)
targets = torch.tensor([1, 1, 0, 0, 1, 1, 0, 0])  # (8,)
positives, negatives = logits[targets == 1], logits[targets == 0]  # (4,) each
won = positives.unsqueeze(1) > negatives  # (4, 4)
fig, ax = plt.subplots(figsize=(6.2, 3.6))
for row, column in won.nonzero().tolist():
    ax.plot(column, row, "o", color="C0", markersize=12)
for row, column in (~won).nonzero().tolist():
    ax.plot(column, row, "x", color="tab:red", markersize=12, markeredgewidth=3)
for start, name, y in (-0.4, "batch 1", -0.5), (1.6, "batch 2", 3.86):
    ax.add_patch(plt.Rectangle((start, start), 1.8, 1.8, fill=False, color="tab:gray"))
    ax.text(start + 0.9, y, name, ha="center", color="tab:gray")
ax.text(0.5, 2.5, "lost,\nin no\nbatch", color="tab:red", ha="center", va="center")
ax.text(2.5, 0.5, "won", color="C0", ha="center", va="center")
for ticks, values in (ax.set_xticks, negatives), (ax.set_yticks, positives):
    ticks(range(4), [f"{value:.0f}".replace("-", "−") for value in values])
ax.set_ylabel("logits of the positive rows", labelpad=12)
ax.set(xlabel="logits of the negative rows", xlim=(-1, 4), ylim=(4.1, -0.9))
fig.savefig("pairs.svg")
# --8<-- [end:figure]
