# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np

corners = np.array([[0, 0], [0.5, 0.75**0.5], [1, 0]])  # (3, 2) one per class
centre = corners.mean(axis=0)  # (2,)
logits = np.array([2.5, 3.5, 1.5])  # (3,)


def place(T):
    """The softmax at temperature T as a point: the weighted mean of the corners."""
    exps = np.exp((logits - logits.max()) / T)  # (3,)
    return exps / exps.sum() @ corners


fig, ax = plt.subplots(figsize=(6.2, 3.7))
ax.fill(*corners.T, facecolor="none", edgecolor="tab:gray", linewidth=1)
for other in 0, 2:  # where class 1 is tied with another
    tie = centre, (corners[1] + corners[other]) / 2
    ax.plot(*zip(*tie), ":", color="tab:gray", linewidth=1.2)
ax.plot(*zip(*(place(T) for T in np.geomspace(0.1, 200, 50))))
for T in 0.5, 1, 2, 5:
    ax.plot(*place(T), "o", color="#1f5fa8")
    ground = {"facecolor": "#ffffff", "edgecolor": "none", "pad": 1}
    right = 28 if T < 1 else 9  # beyond the triangle's side
    ax.annotate(f"T = {T:g}", place(T), (right, -4), textcoords="offset points", bbox=ground)
ax.text(0.5, 0.9, "class 1, the largest logit:\nhere T goes to 0", ha="center")
ax.plot(*centre, "o", color="#1f5fa8", markerfacecolor="#ffffff")
text = "the centre, one third\neach: T goes to infinity"
ax.text(0.5, 0.2, text, ha="center", va="top")
ax.text(-0.03, 0, "class 0", ha="right")
ax.text(1.03, 0, "class 2")
ax.set(aspect="equal", xlim=(-0.3, 1.3), ylim=(-0.02, 1.02))
ax.axis("off")
fig.savefig("simplex.svg")
# --8<-- [end:figure]
