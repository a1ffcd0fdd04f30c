# --8<-- [start:auc]
import torch


def auc(scores, targets):
    """The share of pairs with the positive row higher, a tie counted as one half."""
    pairs = scores[targets == 1].unsqueeze(1) - scores[targets == 0]  # (P, N)
    return ((pairs > 0).float() + (pairs == 0).float() / 2).mean()


z = torch.tensor([-1.0, -0.5, 2.0, 20.0, 21.0, 22.0])  # (6,)
y = torch.tensor([0, 1, 0, 0, 1, 1])  # (6,)
print("logits:       ", auc(z, y))
print("sigmoid:      ", auc(z.sigmoid(), y))
print("sigmoid of 20, 21, 22:", z[3:].sigmoid().tolist())
print("0/1 decisions:", auc((z > 0).float(), y))
# --8<-- [end:auc]

# --8<-- [start:two]
two = torch.tensor([[1.0, 3.0], [4.0, 5.0], [0.0, 1.0], [3.0, 4.5]])  # (4, 2)
c = torch.tensor([1, 0, 0, 1])  # (4,)
print("softmax:          ", auc(two.softmax(dim=1)[:, 1], c))
print("difference:       ", auc(two[:, 1] - two[:, 0], c))
print("logit of class 1: ", auc(two[:, 1], c))
print("softmax, class 0: ", auc(two.softmax(dim=1)[:, 0], c))
# --8<-- [end:two]

# --8<-- [start:figure]
import matplotlib.pyplot as plt

order = z.argsort(descending=True)  # a threshold that falls passes one row after another
right = torch.cat([torch.zeros(1), (y[order] == 0).cumsum(dim=0) / 3])  # (7,) false positive rate
up = torch.cat([torch.zeros(1), (y[order] == 1).cumsum(dim=0) / 3])  # (7,) true positive rate

fig, ax = plt.subplots(figsize=(6.2, 3.6))
ax.fill_between(right, up, color="C0", alpha=0.15, linewidth=0)
for third in (1 / 3, 2 / 3, 1):
    ax.plot([third, third], [0, 1], "-", color="#ffffff", linewidth=1.5)
    ax.plot([0, 1], [third, third], "-", color="#ffffff", linewidth=1.5)
ax.plot(right, up, "o-", color="C0")
ax.plot([0, 1], [0, 1], ":", color="tab:gray")
ax.text(5 / 6, 0.5, "all logits equal", color="tab:gray", ha="center", va="center")
ax.text(0.5, 1 / 6, "7 of 9\npairs won", color="C0", ha="center", va="center")
for at, logit in enumerate(z[order].tolist()):
    if y[order][at]:  # up: beside the step, above the diagonal
        middle, beside, between, va = (right[at], up[at] + 0.26), (6, 0), "left", "center"
    else:
        middle, beside, between, va = ((right[at] + right[at + 1]) / 2, up[at]), (0, 7), "center", "bottom"
    text = f"logit {logit:g}".replace("-", "−")
    ax.annotate(text, middle, beside, textcoords="offset points", ha=between, va=va)
ax.set(xlabel="negative rows above the threshold", xlim=(-0.02, 1.06), ylim=(0, 1.06))
ax.set_ylabel("positive rows above it", labelpad=10)
ax.set_xticks([0, 1 / 3, 2 / 3, 1], ["0", "1/3", "2/3", "1"])
ax.set_yticks([0, 1 / 3, 2 / 3, 1], ["0", "1/3", "2/3", "1"])
fig.savefig("ranks.svg")
# --8<-- [end:figure]
