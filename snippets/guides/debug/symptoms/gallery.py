# --8<-- [start:figure]
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

y = torch.tensor([0, 1, 2])  # (3,) three rows, whose logits are trained
start = torch.tensor([[-0.3, -0.1, -0.2]] * 3, dtype=torch.double)  # (3, 3)
mistakes = {
    "stuck at ln C\nReLU after the last layer": lambda z: F.cross_entropy(z.relu(), y),
    "a floor\nsoftmax twice": lambda z: F.cross_entropy(z.softmax(dim=1), y),
    "negative and falling\nnll_loss of probabilities": lambda z: F.nll_loss(z.softmax(dim=1), y),
    "exactly zero\none output for two classes": lambda z: F.cross_entropy(z[:, :1], y * 0),
}


def train(loss_of):
    z, losses = start, []
    for _ in range(40):
        z.requires_grad_()
        losses.append(loss_of(z))
        z = (z - 2 * torch.autograd.grad(losses[-1], z)[0]).detach()
    return torch.stack(losses).tolist()


without = train(lambda z: F.cross_entropy(z, y))
fig, axes = plt.subplots(2, 2, figsize=(6.2, 4.6), sharex=True, sharey=True)
for ax, (name, loss_of) in zip(axes.flat, mistakes.items()):
    symptom, cause = name.split("\n")
    ax.plot(without, ":", color="tab:gray", linewidth=1.5)
    ax.plot(train(loss_of), "-", color="C0", zorder=3)
    ax.set_title(symptom, color="C0", pad=20)
    ax.text(0, 1.03, cause, transform=ax.transAxes)
    ax.spines["bottom"].set_position("zero")
    ax.set(ylim=(-1.1, 1.2), xticks=[], yticks=[-1, 0, math.log(3)], yticklabels=["−1", "0", "ln 3"])
axes[0, 0].text(39, 0.15, "without the mistake", color="tab:gray", ha="right", size=9)
fig.savefig("gallery.svg")
# --8<-- [end:figure]
