# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

images = F.normalize(torch.tensor([[3.0, 4.0], [0.0, 2.0], [4.0, -3.0]]), dim=1)
texts = F.normalize(torch.tensor([[4.0, 3.0], [0.0, 1.0], [1.0, 0.0]]), dim=1)
cosines = images @ texts.T  # (N, N)
of_rows = (10 * cosines).softmax(dim=1).diag()  # (N,) each image's own text
of_columns = (10 * cosines).softmax(dim=0).diag()  # (N,) each text's own image
loss = -(of_rows.log() + of_columns.log()).mean() / 2

fig, ax = plt.subplots(figsize=(6.2, 3.1))
for n, row in enumerate(cosines.tolist()):
    ax.text(-0.62, -n, f"image {n}", ha="right", va="center")
    ax.text(n, 0.6, f"text {n}", ha="center")
    for k, cosine in enumerate(row):
        ax.bar(k, 0.9, 0.94, bottom=-n - 0.45, color="tab:blue", alpha=0.06 + 0.44 * max(cosine, 0))
        ax.bar(k, 0.9, 0.94, bottom=-n - 0.45, fill=False, edgecolor="tab:blue" if k == n else "none", linewidth=2.5)
        text = f"{cosine:.2f}".replace("-", "−")
        ax.text(k, -n, text, ha="center", va="center", weight="bold" if k == n else "normal")
    ax.text(3.05, -n, f"{of_rows[n]:.2f}", ha="center", va="center", color="tab:orange", weight="bold")
    ax.text(n, -2.95, f"{of_columns[n]:.2f}", ha="center", va="center", color="tab:orange", weight="bold")
ax.text(-0.62, 0.6, "cosines", ha="right", color="tab:blue")
ax.text(2.7, 0.6, "softmax →", color="tab:orange")
ax.text(-0.62, -2.95, "softmax ↓", ha="right", va="center", color="tab:orange")
note = f"loss: mean of\nall six −log\n= {loss:.4f}"
ax.text(3.7, -1, note, va="center", color="tab:red", weight="bold", linespacing=1.5)
ax.set(xlim=(-1.9, 6.1), ylim=(-3.2, 0.95))
ax.axis("off")
fig.savefig("matrix.svg")
# --8<-- [end:figure]
