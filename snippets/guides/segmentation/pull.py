# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

masks = torch.tensor([1.0, 1.0, 0.0, 0.0]).expand(49, 4)
many = torch.tensor([2.0, 0.0, -2.0, -2.0]).repeat(49, 1)  # (49, 4)
x = torch.linspace(-8, 4, 49)
many[:, 1] = x  # the second pixel of the object
many.requires_grad_()
cross_entropy = F.binary_cross_entropy_with_logits(many, masks, reduction="sum") / 4
many_probs = many.sigmoid()
overlap = (1 - 2 * (many_probs * masks).sum(dim=1) / (many_probs + masks).sum(dim=1)).sum()
pulls = [-torch.autograd.grad(loss, many, retain_graph=True)[0][:, 1] for loss in (cross_entropy, overlap)]

fig, ax = plt.subplots(figsize=(6.2, 2.7))
ax.plot(x, pulls[0], "-")
ax.plot(x, pulls[1], "--")
ax.text(-7.9, 0.265, "cross-entropy: up to ¼, the mean over 4 pixels", color="C0")
ax.text(-1.2, 0.1, "Dice", color="C1", ha="center")
ax.annotate(
    "a confident miss:\nDice lets go",
    (-6, pulls[1][8]),
    (-7.5, 0.075),
    color="tab:gray",
    arrowprops={"arrowstyle": "->"},
)
ax.set_title("minus the gradient, which raises the logit", size=11, weight="normal")
ax.set(
    xlabel="logit of a pixel that belongs to the object",
    xticks=[-8, 0, 4],
    yticks=[0, 0.25],
    yticklabels=["0", "0.25"],
    ylim=(-0.01, 0.3),
)
fig.savefig("pull.svg")
# --8<-- [end:figure]
