# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

counts = torch.tensor([[760, 40], [80, 20], [60, 40]])  # (3, 2), x by class
shares = counts[:, 1] / counts.sum(dim=1)  # (3,) of class 1
prior = (counts[:, 1].sum() / counts.sum()).item()
rules = {"all errors alike": 0.5, "a miss costs 3": 1 / (1 + 3), "all classes alike": prior}

fig, ax = plt.subplots(figsize=(6.2, 2.9))
for x, share in enumerate(shares.tolist()):
    ax.bar(x, 1, 0.8, color="tab:orange", alpha=0.12)
    ax.bar(x, share, 0.8, color="tab:orange", alpha=0.6)
    ax.text(x, 0.72, f"{share:.2f}", ha="center", va="center", color="tab:orange", weight="bold")
    ax.text(x, -0.05, f"{counts[x].sum()}", ha="center", va="top")
ax.text(2.6, 0.72, "share of class 1", va="center", color="tab:orange", weight="bold")
ax.text(4.95, 0.62, "predicts", va="center", color="C3")
ax.text(2.6, -0.05, "rows", va="top")
for rule, line in rules.items():
    ax.plot([-0.45, 2.45], [line] * 2, "-", linewidth=1.5, color="C3")
    says = " ".join(str(int(share > line)) for share in shares)
    ax.text(-0.6, line, f"{line:g}", ha="right", va="center")
    ax.text(2.6, line, f"{rule}:", va="center")
    ax.text(4.95, line, says, va="center", weight="bold")
ax.set(xlim=(-1.3, 5.9), ylim=(-0.15, 1))
ax.axis("off")
fig.savefig("blocks.svg")
# --8<-- [end:figure]
