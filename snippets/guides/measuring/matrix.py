# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

confusion = torch.tensor([[5, 1, 0], [1, 2, 0], [1, 0, 0]])  # (3, 3)
of_target, of_predicted = confusion.sum(dim=1), confusion.sum(dim=0)  # (3,) each
f1 = 2 * confusion.diag() / (of_target + of_predicted)  # (3,)

fig, ax = plt.subplots(figsize=(6.2, 2.9))
for k in range(3):
    for c, count in enumerate(confusion[k].tolist()):
        ax.bar(c, 0.92, 0.94, bottom=-k - 0.46, color="tab:green", alpha=0.4 if c == k else 0)
        ax.bar(c, 0.92, 0.94, bottom=-k - 0.46, fill=False, edgecolor="tab:gray")
        ax.text(c, -k, count, ha="center", va="center", weight="bold" if c == k else "normal")
    ax.text(-0.65, -k, f"target {k}", ha="right", va="center")
    ax.text(k, 0.6, k, ha="center")
fig.savefig("matrix.svg")
# --8<-- [end:figure]
