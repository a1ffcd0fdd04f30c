# --8<-- [start:optima]
import torch
import torch.nn.functional as F


def focal(z, y, alpha=0.25, gamma=2.0):
    plain = F.binary_cross_entropy_with_logits(z, y, reduction="none")
    losses = (-torch.expm1(-plain)) ** gamma * plain
    return losses * (alpha * y + (1 - alpha) * (1 - y)) if alpha >= 0 else losses


p = torch.arange(1, 1000).double() / 1000  # (999,)
yes, no = torch.ones_like(p), torch.zeros_like(p)  # (999,), (999,)

print("| share of positives | 0.1 | 0.25 | 0.5 | 0.75 |")
print("| --- | --: | --: | --: | --: |")
for alpha, gamma in (-1, 0), (-1, 2), (0.25, 2), (0.75, 2), (0.9, 2):
    one, zero = (focal(p.logit(), y, alpha, gamma) for y in (yes, no))
    best = [p[(s * one + (1 - s) * zero).argmin()] for s in (0.1, 0.25, 0.5, 0.75)]
    print(f"| alpha={alpha}, gamma={gamma} |", " | ".join(f"{each:.3f}" for each in best), "|")
# --8<-- [end:optima]
