# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

probs = torch.tensor([0.5, 0.8, 0.1, 0.5])  # (4,) of the right classes
costs = -probs.log()  # (4,)
ends = costs.cumsum(dim=0)  # (4,)
total, mean = costs.sum().item(), costs.mean().item()
bar = {"height": 0.6, "color": "tab:red"}

fig, ax = plt.subplots(figsize=(6.2, 2.4))
ax.text(-0.1, 0.5, "p", ha="right", va="center", color="tab:orange")
ax.text(-0.1, -0.55, "−log p", ha="right", va="center", color="tab:red")
ax.text(-0.1, -1.3, "mean", ha="right", va="center", color="tab:red")
for n, (p, cost, end) in enumerate(zip(probs, costs, ends)):
    middle = (end - cost / 2).item()
    shift = (-0.06, 0.1, 0, 0)[n]  # the second bar is short
    ax.text(middle + shift, 0.95, f"label {n + 1}", ha="center", va="center")
    ax.barh(0, cost - 0.02, left=end - cost, **bar)
    ax.text(middle, 0.5, f"{p:.1f}", ha="center", va="center", color="tab:orange")
    ax.text(middle, -0.55, f"{cost:.2f}", ha="center", va="center", color="tab:red")
    ax.barh(-1.3, mean - 0.02, left=n * mean, alpha=0.5, **bar)
    ax.text((n + 0.5) * mean, -1.3, f"{mean:.2f}", ha="center", va="center")
for x in 0, total:
    ax.plot([x, x], [-2, 0.3], ":", color="tab:gray", linewidth=1)
text = f"−log of the likelihood: −log {probs.prod():.2f} = {total:.2f}"
ax.text(total / 2, -1.98, text, ha="center", va="center")
ax.set(xlim=(-0.6, total + 0.05), ylim=(-2.2, 1.15))
ax.axis("off")
fig.savefig("end_to_end.svg")
# --8<-- [end:figure]
