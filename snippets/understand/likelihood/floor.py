# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

q = torch.tensor([0.2, 0.7, 0.1])  # (3,) the target
close = torch.tensor([2.5, 3.5, 1.5]).softmax(dim=0)  # (3,)
uniform = torch.tensor([1 / 3, 1 / 3, 1 / 3])  # (3,)
wrong = torch.tensor([0.6, 0.3, 0.1])  # (3,)
floor = -(q * q.log()).sum().item()

fig, ax = plt.subplots(figsize=(6.2, 3))
for row, p in enumerate([q, close, uniform, wrong]):
    loss = -(q * p.log()).sum().item()
    kl = loss - floor
    ax.barh(-row, floor, height=0.55, color="tab:brown")
    ax.barh(-row, kl, left=floor + 0.005, height=0.55, color="tab:red")
    name = ", ".join(f"{each:.2f}" for each in p)
    ax.text(-0.03, -row, name, ha="right", va="center")
    ax.text(floor / 2, -row, f"{floor:.2f}", ha="center", va="center", color="#ffffff")
    ax.text(loss + 0.02, -row, f"{kl:.2f}", va="center", color="tab:red")
ax.axvline(floor, color="tab:gray", linestyle="--", linewidth=1)
target = ", ".join(f"{each:.2f}" for each in q)
ax.text(-0.03, 1.4, target, ha="right", color="tab:brown")
ax.text(0.03, 1.4, "target q", color="tab:brown")
ax.text(-0.03, 0.75, "prediction p", ha="right", weight="bold")
ax.text(floor / 2, 0.75, "entropy H(q)", ha="center", color="tab:brown")
ax.text(floor + 0.02, 0.75, "+ KL(q ‖ p)", color="tab:red")
ax.text(floor - 0.02, -3.9, "the floor: no prediction costs less", ha="right")
ax.set(xlim=(-0.52, 1.36), ylim=(-4, 1.8))
ax.axis("off")
fig.savefig("floor.svg")
# --8<-- [end:figure]
