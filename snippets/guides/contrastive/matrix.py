# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

images = torch.tensor([[3.0, 4.0], [0.0, 2.0], [4.0, -3.0]], requires_grad=True)
texts = torch.tensor([[4.0, 3.0], [0.0, 1.0], [1.0, 0.0]])  # (3, 2)
a, b = F.normalize(images, dim=1), F.normalize(texts, dim=1)  # (3, 2)
cosines = a @ b.T  # (3, 3)
of_rows = (10 * cosines).softmax(dim=1).diag()  # (3,) each image's own text
of_columns = (10 * cosines).softmax(dim=0).diag()  # (3,) each text's own image
loss = -(of_rows.log() + of_columns.log()).mean() / 2
[gradient] = torch.autograd.grad(loss, images)  # (3, 2)
step = -F.normalize(gradient[0], dim=0)  # (2,) the direction of descent of image 0
a = a.detach()

fig, (circle, ax) = plt.subplots(1, 2, figsize=(6.2, 3.2), width_ratios=[2.2, 4])
turn = torch.linspace(-0.8, 1.75, 100)  # (100,)
circle.plot(turn.cos(), turn.sin(), "-", color="tab:gray", linewidth=1)
for n, (image, text) in enumerate(zip(a.tolist(), b.tolist())):
    between = torch.linspace(torch.atan2(a[n, 1], a[n, 0]), torch.atan2(b[n, 1], b[n, 0]), 20)
    circle.plot(between.cos(), between.sin(), "-", color="tab:blue", linewidth=14, alpha=0.35)
    for x, y in image, text:
        circle.plot([0, x], [0, y], "-", color="tab:gray", linewidth=1)
    circle.plot(*text, "s", color="C0", fillstyle="none", markersize=12)
    circle.plot(*image, "o", color="C0", markersize=6)
head = {"arrowstyle": "-|>", "color": "tab:green", "linewidth": 2, "shrinkA": 4, "shrinkB": 0}
circle.annotate("", (a[0] + 0.2 * step).tolist(), a[0].tolist(), arrowprops=head)
circle.text(0.84, 0.78, "−gradient", color="tab:green", va="center")
names = (-0.1, 1.2, "image 1, text 1"), (0.7, 0.96, "image 0"), (0.95, 0.58, "text 0"), (1.13, 0, "text 2")
for x, y, name in *names, (0.05, -0.68, "image 2"):
    circle.text(x, y, name, va="center")
circle.set(xlim=(-0.12, 1.6), ylim=(-1.05, 1.35), aspect="equal")
circle.axis("off")

for n, row in enumerate(cosines.tolist()):
    ax.text(-0.6, -n, f"image {n}", ha="right", va="center")
    ax.text(n, 0.6, f"text {n}", ha="center")
    for k, cosine in enumerate(row):
        tint = {"color": "tab:blue" if cosine >= 0 else "tab:gray", "alpha": 0.04 + 0.46 * abs(cosine)}
        ax.bar(k, 0.9, 0.94, bottom=-n - 0.45, **tint)
        ax.bar(k, 0.9, 0.94, bottom=-n - 0.45, fill=False, edgecolor="tab:blue" if k == n else "none", linewidth=2.5)
        text = f"{cosine:.2f}".replace("-", "−")
        ax.text(k, -n, text, ha="center", va="center", weight="bold" if k == n else "normal")
    ax.text(3.1, -n, f"{of_rows[n]:.2f}", ha="center", va="center", color="tab:orange", weight="bold")
    ax.text(n, -2.9, f"{of_columns[n]:.2f}", ha="center", va="center", color="tab:orange", weight="bold")
ax.text(-0.6, 0.6, "cosines", ha="right", color="tab:blue")
ax.text(3.1, 0.6, "p", ha="center", color="tab:orange")
ax.text(3.9, 1.15, "× 10, softmax →", ha="right", color="tab:orange")
ax.text(-0.78, -2.95, "× 10,\nsoftmax ↓", ha="right", va="center", color="tab:orange")
ax.text(3.9, -3.85, f"loss = mean of six −log p = {loss:.4f}", ha="right", color="tab:red", weight="bold")
ax.set(xlim=(-1.9, 3.9), ylim=(-3.95, 1.6))
ax.axis("off")
fig.savefig("matrix.svg")
# --8<-- [end:figure]
