# --8<-- [start:figure]
import weakref
from collections import Counter

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch.utils._python_dispatch import TorchDispatchMode


class Live(TorchDispatchMode):
    """What is in memory after each step, in bytes for each of the 128 · 512 logits."""

    def __init__(self):
        super().__init__()
        self.live, self.steps, self.back = Counter(), [], False

    def __torch_dispatch__(self, op, types, args=(), kwargs=None):
        result = op(*args, **(kwargs or {}))
        self.back |= "backward" in str(op)
        if isinstance(result, torch.Tensor) and result.shape[-1:] == (512,) and not op.is_view:
            kind = "gradients" if self.back else "log-probabilities" if "softmax" in str(op) else "logits"
            size = result.nbytes / (128 * 512)
            self.live[kind] += size
            weakref.finalize(result.untyped_storage(), self.live.subtract, {kind: size})
            self.steps.append(self.live.copy())
        return result


x = torch.zeros(128, 4, dtype=torch.bfloat16).requires_grad_()  # (N, F)
w = torch.zeros(512, 4, dtype=torch.bfloat16).requires_grad_()  # (V, F)
with Live() as mode:
    logits = F.linear(x, w)  # a model returns them beside the loss
    F.cross_entropy(logits.float(), torch.arange(128)).backward()

fig, ax = plt.subplots(figsize=(6.2, 3.1))
steps = range(len(mode.steps))
bottom = torch.zeros(len(steps))
for kind, at, color in (
    ("logits", 1, "tab:blue"), ("log-probabilities", 2, "tab:purple"), ("gradients", 4, "tab:green"),
):  # fmt: skip
    heights = torch.tensor([live[kind] for live in mode.steps])  # (6,)
    ax.bar(steps, heights, bottom=bottom, color=color, width=0.7)
    bottom = bottom + heights
    ax.text(at + 0.35, bottom[at] + 0.3, kind, ha="right", color=color)
ax.axvline(2.5, color="tab:gray", linewidth=1)
ax.text(2.4, 16.2, "forward", ha="right", color="tab:gray")
ax.text(2.6, 16.2, "backward", ha="left", color="tab:gray")
ax.set_title("bytes in memory for each logit", size=11, weight="normal")
ax.set_xticks(steps, ["linear", "float()", "log_\nsoftmax", "nll_loss", "log_\nsoftmax", "float()"], linespacing=1.6)
for at, height in enumerate(bottom):
    ax.text(at, -6.4, f"{height:g}", ha="center", weight="bold")
ax.text(-0.75, -6.4, "sum", ha="right", color="tab:gray")
ax.set(ylim=(0, 17.5), yticks=[])
fig.savefig("memory.svg")
# --8<-- [end:figure]
