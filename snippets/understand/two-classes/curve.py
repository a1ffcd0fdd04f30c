# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

d = torch.linspace(-6, 6, 49)  # (49,) differences of two logits
fig, ax = plt.subplots()
ax.plot(d, torch.sigmoid(d))
ax.text(0.6, 0.73, "sigmoid of z₁ − z₀", ha="right", color="#1f5fa8")
below = {"xytext": (9, -13)}
above = {"xytext": (-6, 5), "ha": "right"}
for pair, place in {
    (2.0, 0.0): above,
    (5.0, 5.0): below,
    (0.3, 1.7): below,
    (100.0, 103.0): below,
}.items():
    z = torch.tensor(pair)  # (2,)
    point = z[1] - z[0], z.softmax(dim=0)[1]
    ax.plot(*point, "o", color="#1f5fa8")
    text = f"softmax of {pair[0]:g}, {pair[1]:g}"
    ax.annotate(text, point, textcoords="offset points", **place)
ax.plot([-6, 0, 0], [0.5, 0.5, 0], ":", color="tab:gray", linewidth=1.2)
ax.text(-5.9, 0.53, "equal logits: one half")
ax.set_title("probability of class 1", size=11, weight="normal")
ax.set(xlabel="z₁ − z₀", xlim=(-6, 7.5), ylim=(0, 1.05))
ax.set(xticks=[-6, -3, 0, 3, 6], yticks=[0, 0.5, 1])
fig.savefig("curve.svg")
# --8<-- [end:figure]
