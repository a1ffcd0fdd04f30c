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
fig, ax = plt.subplots(figsize=(6.2, 5.2))
ax.text(0, 1.1, "What is the target?", weight="bold", color="tab:brown")
y = 0
for heading, cases in tree.items():
    ax.plot([3, 3, 12], [0.7, y, y], "-", color="tab:gray", linewidth=1)
    ax.text(17, y, heading, va="center", color="tab:brown", weight="bold")
    ax.plot([22, 22], [y - 0.6, y - len(cases) - 0.3], "-", color="tab:gray", linewidth=1)
    for case, loss in cases.items():
        y -= 1
        ax.text(29, y, case, va="center")
        ax.text(250, y, loss.__name__, va="center", color="tab:red")
    y -= 1.3
ax.set(xlim=(0, 440), ylim=(y + 0.7, 1.8))
ax.axis("off")
fig.savefig("tree.svg")
# --8<-- [end:figure]
