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
    ax.text(loss + 0.02, -row, f"{kl:.2f}", va="center", color="tab:red")
    for x, p_k, q_k in zip((-0.28, -0.19, -0.1), p, q):
        ax.bar(x, 0.9 * p_k, width=0.06, bottom=-row - 0.3, color="tab:orange")
        ax.plot([x - 0.04, x + 0.04], 2 * [-row - 0.3 + 0.9 * q_k], "-", color="tab:brown")
ax.axvline(floor, color="tab:gray", linestyle="--", linewidth=1)
for row, name in enumerate(("p = q", "close", "uniform", "wrong")):
    ax.text(-0.36, -row, name, ha="right", va="center")
ax.text(floor / 2, 0, f"{floor:.2f}", ha="center", va="center", color="#ffffff")
ax.text(-0.28, 0.75, "p", ha="center", color="tab:orange")
ax.text(-0.13, 0.75, "— q", ha="center", color="tab:brown")
ax.text(floor / 2, 0.75, "entropy H(q)", ha="center", color="tab:brown")
ax.text(floor + 0.02, 0.75, "+ KL(q ‖ p)", color="tab:red")
ax.text(floor - 0.02, -3.9, "the floor: no prediction costs less", ha="right")
ax.set_title("four predictions p, one target q = (0.2, 0.7, 0.1)", size=11)
ax.set(xlim=(-0.6, 1.36), ylim=(-4, 1.2))
ax.axis("off")
fig.savefig("floor.svg")
# --8<-- [end:figure]
