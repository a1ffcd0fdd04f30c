# --8<-- [start:figure]
import matplotlib.pyplot as plt
from torch import nn

tree = {
    "One class out of several": {
        "index or soft labels": nn.CrossEntropyLoss,
        "labels without positions": nn.CTCLoss,
    },
    "Yes or no": {"one logit per row": nn.BCEWithLogitsLoss},
    "Several labels at once": {"one logit per label": nn.BCEWithLogitsLoss},
    "Numbers": {
        "a number": nn.MSELoss,
        "with outliers": nn.L1Loss,
        "and its spread": nn.GaussianNLLLoss,
        "a count": nn.PoissonNLLLoss,
    },
    "Order and vectors": {
        "which of two is better": nn.MarginRankingLoss,
        "pairs": nn.CosineEmbeddingLoss,
        "triplets": nn.TripletMarginLoss,
        "matching pairs": nn.CrossEntropyLoss,
    },
}
fig, ax = plt.subplots(figsize=(6.6, 4.2))
ax.text(0, 1.1, "What is the target?", weight="bold", color="tab:brown")
y = 0
for heading, cases in tree.items():
    ax.plot([3, 3, 12], [0.7, y, y], "-", color="tab:gray", linewidth=1)
    ax.text(16, y, heading, va="center", color="tab:brown")
    ax.plot([172, 172], [y + 0.3, y - len(cases) + 0.7], "-", color="tab:gray", linewidth=1)
    for case, loss in cases.items():
        ax.text(178, y, case, va="center")
        ax.text(338, y, loss.__name__, va="center", color="tab:red")
        y -= 1
    y -= 0.4
ax.set(xlim=(0, 470), ylim=(y + 0.6, 1.8))
ax.axis("off")
fig.savefig("tree.svg")
# --8<-- [end:figure]
