# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

images = F.normalize(torch.tensor([[3.0, 4.0], [0.0, 2.0], [4.0, -3.0]]), dim=1)
texts = F.normalize(torch.tensor([[4.0, 3.0], [0.0, 1.0], [1.0, 0.0]]), dim=1)
cosines = images @ texts.T  # (N, N)

fig, ax = plt.subplots(figsize=(6.2, 2.4))
for n, row in enumerate(cosines.tolist()):
    ax.text(-0.65, -n, f"image {n}", ha="right", va="center")
    ax.text(n, 0.65, f"text {n}", ha="center")
    for k, cosine in enumerate(row):
        alpha, color = (1, "#ffffff") if k == n else (0.12, "tab:brown")
        ax.bar(k, 0.86, 0.92, bottom=-n - 0.43, color="tab:brown", alpha=alpha)
        text = f"{cosine:.2f}".replace("-", "−")
        ax.text(k, -n, text, ha="center", va="center", color=color)
    ax.text(2.65, -n, f"one softmax, class {n}", va="center", color="tab:red")
ax.set(xlim=(-1.6, 5.6), ylim=(-2.5, 1))
ax.axis("off")
fig.savefig("matrix.svg")
# --8<-- [end:figure]
