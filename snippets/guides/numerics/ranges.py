# --8<-- [start:figure]
import matplotlib.pyplot as plt
import torch

dtypes = torch.float16, torch.bfloat16, torch.float32
fig, ax = plt.subplots(figsize=(6.2, 2.8))
for y, dtype in enumerate(dtypes):
    f = torch.finfo(dtype)
    smallest = f.smallest_normal * f.eps
    ax.plot([smallest, f.max], [y, y], "-", color="C0", linewidth=7, solid_capstyle="butt")
    ax.text(smallest / 100, y, f"{smallest:.1e}", ha="right", va="center")
    ax.text(f.max * 100, y, f"{f.max:.1e}", va="center")
    ax.text(1, y + 0.15, f"step above 1: {f.eps:.1e}", ha="center")
ax.text(1e-30, 0, "rounded to 0 ←", ha="right", va="center", color="tab:gray")
ax.text(1e31, 0, "→ infinite", va="center", color="tab:gray")
ax.set(xscale="log", xlim=(1e-72, 1e62))
ax.set(xticks=[1e-40, 1, 1e40], xticklabels=["1e-40", "1", "1e+40"])
ax.set(ylim=(-0.4, 2.5), yticks=[0, 1, 2], yticklabels=[str(dtype)[6:] for dtype in dtypes])
ax.minorticks_off()
ax.tick_params(axis="y", length=0, labelsize=11)
ax.spines["left"].set_visible(False)
fig.savefig("ranges.svg")
# --8<-- [end:figure]
