# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

q = torch.tensor([0.2, 0.7, 0.1])  # (3,) the target
p = torch.tensor([0.6, 0.3, 0.1])  # (3,) a wrong prediction
terms = q * (q / p).log()  # (3,) of the divergence
H, KL = -(q * q.log()).sum(), terms.sum()
middles = 1 - q.cumsum(dim=0) + q / 2  # (3,) of strips, one below the other

fig, ax = plt.subplots(figsize=(6.2, 3.8))
for k, y in enumerate(middles.tolist()):
    height, mark, end = q[k].item(), -q[k].log().item(), -p[k].log().item()
    less, more, strip = min(mark, end), max(mark, end), {"y": y, "height": height - 0.024}
    ax.barh(width=less, color="tab:brown", gid=f"paid-{k}", **strip)
    ax.barh(left=mark, width=more - mark, color="tab:red", gid=f"more-{k}", **strip)
    spared = {"fill": False, "edgecolor": "tab:red", "hatch": "////"}
    ax.barh(left=end, width=more - end, gid=f"less-{k}", **spared, **strip)
    ax.plot([mark, mark], [y - height / 2, y + height / 2], "-", color="tab:purple")
    sign = "=<>"[int(terms[k].sign())]
    note = f"p {sign} q" + (f": KL {terms[k]:+.2f}".replace("-", "−") if terms[k] else "")
    ax.text(more + 0.06, y, note, va="center", color="tab:red", gid=f"note-{k}")
    ax.text(-0.66, y, f"{p[k]:.2f}", ha="center", va="center", color="tab:orange", gid=f"p-{k}")
    ax.text(-1.4, y, f"class {k}", va="center")
ax.text(0, 1.03, "entropy", color="tab:brown")
for x, name, colour in (-0.66, "p", "tab:orange"), (-0.25, "q", "tab:brown"), (1.61, "−log q", "tab:purple"):
    ax.text(x, 1.03, name, ha="center", color=colour)
ax.set_title(f"cross-entropy {H + KL:.4f} = entropy {H:.4f} + KL {KL:.4f}", gid="sum")
ax.set_xlabel("−log p", x=0.59, color="tab:orange")
ax.set(xticks=[0, 1, 2], yticks=middles, yticklabels=[f"{each:.2f}" for each in q])
ax.tick_params(axis="y", width=0, colors="tab:brown", labelsize=11)
ax.set(xlim=(-1.4, 3), ylim=(-0.02, 1.12))
ax.spines["left"].set(position=("data", 0), visible=False)
ax.spines["bottom"].set_bounds(0, 2.4)
fig.savefig("parts.svg")
# --8<-- [end:figure]
