# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

score = torch.linspace(-5, 5, 60, dtype=torch.double)  # (60,)
biases = torch.tensor([2.8, 0.6, -2.6]).double()  # (3,), in decreasing order
above = (score[:, None] + biases).sigmoid()  # (60, 3)
fig, ax = plt.subplots(figsize=(6.2, 2.8))
ax.axhline(0.5, color="tab:gray", linewidth=1)
for k, bias in enumerate(biases.tolist()):
    (line,) = ax.plot(score, above[:, k])
    ax.plot([-bias, -bias], [0.5, -0.1], ":", color="tab:gray", linewidth=1)
    ax.plot(-bias, 0.5, "o", color=line.get_color())
    ax.text(0.2 - bias, 0.4, f"above {k}?", color=line.get_color())
edges = [-5, *(-biases).tolist(), 5]
for k, (left, right) in enumerate(zip(edges, edges[1:])):
    ax.text((left + right) / 2, -0.08, f"class {k}", ha="center", va="center")
ax.set_xlabel("score of the row")
ax.set_ylabel("probability of yes", labelpad=14)
ax.set(xticks=[], yticks=[0, 0.5, 1], xlim=(-5, 5), ylim=(-0.15, 1.02))
fig.savefig("levels.svg")
# --8<-- [end:figure]
