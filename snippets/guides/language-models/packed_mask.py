# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

tokens = [3, 1, 2, 0, 1, 3, 0]
document = torch.tensor([0, 0, 0, 0, 1, 1, 1])  # (L,)
allowed = (document[:, None] == document[None, :]).tril()  # (L, L)
fig, ax = plt.subplots(figsize=(6.2, 3.6))
ax.add_patch(plt.Rectangle((-0.5, -6.5), 7, 7, color="tab:gray", alpha=0.12, linewidth=0))
for i, row in enumerate(allowed):
    first = i == 0 or document[i] != document[i - 1]
    ax.text(-0.9, -i, tokens[i], ha="center", va="center", color="tab:blue")
    ax.text(i, 0.9, tokens[i], ha="center", va="center", color="tab:blue")
    ax.text(7.1, -i, -100 if first else tokens[i], va="center", color="tab:brown", weight="bold" if first else None)
    for j in row.nonzero().flatten().tolist():
        ax.add_patch(plt.Rectangle((j - 0.45, -i - 0.45), 0.9, 0.9, color="tab:blue", linewidth=0))
ax.text(7.1, 0.9, "label", va="center", color="tab:brown")
ax.text(4.6, -1.5, "not ahead", ha="center", va="center")
ax.text(1.5, -5, "not across\ndocuments", ha="center", va="center")
ax.text(-3.2, -1.5, "first", ha="center", va="center")
ax.text(-3.2, -5, "second", ha="center", va="center")
ax.set(xlim=(-4.8, 9.4), ylim=(-6.7, 1.3), aspect="equal")
ax.axis("off")
fig.savefig("packed_mask.svg")
# --8<-- [end:figure]
