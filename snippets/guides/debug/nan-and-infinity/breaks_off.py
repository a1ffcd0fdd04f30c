# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

w, losses = torch.tensor([2.0, 0.0]), []  # (2,)
for _ in range(12):
    w.requires_grad_()
    loss = w.square().sum().sqrt()  # the length of w
    losses.append(loss.item())
    w = (w - 0.25 * torch.autograd.grad(loss, w)[0]).detach()

last = losses.index(0.0)
fig, ax = plt.subplots(figsize=(6.2, 2.6))
ax.plot(losses, "o-")
note = "the length is 0,\nits gradient nan"
arrow = {"arrowstyle": "->", "color": "tab:gray"}
ax.annotate(note, (last, 0.06), (last, 0.9), ha="center", arrowprops=arrow)
ax.text(last + 0.3, 0.06, "from here on, nan", color="tab:gray")
ax.set_ylabel("loss", labelpad=10)
ax.set(xlabel="step", xticks=[0, last], yticks=[0, 1, 2], xlim=(-0.3, 12))
fig.savefig("breaks_off.svg")
# --8<-- [end:figure]
