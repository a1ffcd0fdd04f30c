# --8<-- [start:figure]
import math

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F

stored = torch.tensor([1.0, float("nan")])  # (2,) the second label is not known
known = ~stored.isnan()  # (2,)
heads = ["logit", "label", "loss", "masked", "gradient"]
colours = ["tab:blue", "tab:brown", "tab:red", "tab:red", "tab:green"]
fig, ax = plt.subplots(figsize=(6.2, 2.7))
for x, (head, colour) in enumerate(zip(heads, colours, strict=True)):
    ax.text(x, 0.9, head, ha="center", color=colour)
for top, name, target in (0, "mask the\nlosses", stored), (-2.4, "replace\nlabels first", stored.nan_to_num()):
    z = torch.tensor([1.0, 0.0], requires_grad=True)  # (2,)
    losses = F.binary_cross_entropy_with_logits(z, target, reduction="none")
    kept = losses.where(known, 0.0)
    kept.sum().backward()
    ax.text(-1.9, top - 0.5, name, va="center")
    for x, (values, colour) in enumerate(zip((z, target, losses, kept, z.grad), colours, strict=True)):
        for row, value in enumerate(values.tolist()):
            bad = math.isnan(value)
            if bad:
                ax.add_patch(plt.Rectangle((x - 0.42, top - row - 0.38), 0.84, 0.76, color=colour, linewidth=0))
            text = f"{value:.2f}".replace("-", "−")
            ax.text(x, top - row, text, ha="center", va="center", color="white" if bad else colour)
ax.set(xlim=(-1.9, 4.6), ylim=(-4, 1.3))
ax.axis("off")
fig.savefig("nan_label.svg")
# --8<-- [end:figure]
