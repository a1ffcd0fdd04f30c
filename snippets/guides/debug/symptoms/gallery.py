# --8<-- [start:figure]
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

y = torch.tensor([0])  # (1,)
start = torch.tensor([[-0.2, -0.3, -0.1]], dtype=torch.double)  # (1, 3)
mistakes = [
    ("stuck at ln C", "ReLU after the last layer", lambda z: F.cross_entropy(z.relu(), y)),
    ("a floor", "softmax twice", lambda z: F.cross_entropy(z.softmax(dim=1), y)),
    ("negative and falling", "nll_loss of probabilities", lambda z: F.nll_loss(z.softmax(dim=1), y)),
    ("exactly zero", "one output for two classes", lambda z: F.cross_entropy(z[:, :1], y)),
]


def train(loss_of):
    z, losses = start, []
    for _ in range(40):
        z.requires_grad_()
        losses.append(loss_of(z))
        z = (z - 0.7 * torch.autograd.grad(losses[-1], z)[0]).detach()
    return torch.stack(losses).tolist()


without = train(lambda z: F.cross_entropy(z, y))
fig, axes = plt.subplots(2, 2, figsize=(6.2, 4.6), sharex=True, sharey=True)
for ax, (symptom, cause, loss_of) in zip(axes.flat, mistakes):
    ax.plot(without, ":", color="tab:gray", linewidth=1.5)
    ax.plot(train(loss_of), "-", color="C0", zorder=3)
    ax.set_title(symptom, color="C0", pad=20)
    ax.text(0, 1.03, cause, transform=ax.transAxes)
    ax.spines["bottom"].set_position("zero")
    ax.set(xticks=[], yticks=[-1, 0, math.log(3)], yticklabels=["−1", "0", "ln 3"])
    ax.set(ylim=(-1.1, 1.2))
axes[0, 0].text(39, 0.15, "without the mistake", color="tab:gray", ha="right", size=9)
fig.savefig("gallery.svg")
# --8<-- [end:figure]
