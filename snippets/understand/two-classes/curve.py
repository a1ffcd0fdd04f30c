# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

d = torch.linspace(-6, 6, 49)  # (49,) differences of two logits
fig, ax = plt.subplots()
ax.plot(d, torch.sigmoid(d))
ax.text(0.6, 0.73, "sigmoid of z₁ − z₀", ha="right", color="#1f5fa8")
for pair in (2.0, 0.0), (5.0, 5.0), (0.3, 1.7), (100.0, 103.0):
    z = torch.tensor(pair)  # (2,)
    point = z[1] - z[0], z.softmax(dim=0)[1]
    ax.plot(*point, "o", color="#1f5fa8")
    where = ((10, -3), "left", "top") if point[0] >= 0 else ((-6, 3), "right", "bottom")
    ax.annotate(f"softmax of {pair[0]:g}, {pair[1]:g}", point, where[0], textcoords="offset points", ha=where[1], va=where[2])
ax.plot([-6, 0, 0], [0.5, 0.5, 0], ":", color="tab:gray", linewidth=1.2)
ax.text(-5.9, 0.53, "equal logits: one half")
ax.set(xlabel="z₁ − z₀", ylabel="probability of class 1")
ax.set(xticks=[-6, -3, 0, 3, 6], yticks=[0, 0.5, 1], xlim=(-6, 7), ylim=(0, 1.05))
fig.savefig("curve.svg")
# --8<-- [end:figure]
