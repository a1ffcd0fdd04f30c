# --8<-- [start:figure]
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

C, right = 3, torch.tensor(0)


def loss_at(lead, eps):
    z = torch.tensor([lead, 0.0, 0.0], dtype=torch.double)  # (3,)
    return F.cross_entropy(z, right, label_smoothing=eps).item()


leads = [n / 6 for n in range(49)]
fig, ax = plt.subplots()
for eps in 0.1, 0.3, 0.0:
    (line,) = ax.plot(leads, [loss_at(lead, eps) for lead in leads])
    ax.text(8.1, loss_at(8.0, eps), f"ε = {eps:g}")
    if eps:  # the loss has a smallest value
        best = math.log(1 + C * (1 - eps) / eps)
        ax.plot(best, loss_at(best, eps), "o", color=line.get_color())
        note = f"best lead {best:.2f}:\nsurer costs more" if eps == 0.1 else f"{best:.2f}"
        ax.text(best, loss_at(best, eps) + 0.17, note)
ax.set(xlabel="lead of the right logit over the two others", ylabel="loss")
ax.set(xticks=[0, 4, 8], yticks=[0, 1], xlim=(0, 8.4), ylim=(0, 1.7))
ax.spines["bottom"].set_bounds(0, 8)
fig.savefig("best_lead.svg")
# --8<-- [end:figure]
