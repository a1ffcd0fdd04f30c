# --8<-- [start:table]
import torch


def dice_loss(overlap, total, above, below):
    return (1 - (2 * overlap + above) / (total + below)).item()


zero = torch.tensor(0.0)
cases = {  # overlap, and the sum of probabilities and mask
    "empty mask, probabilities add up to 0": (zero, zero),
    "empty mask, probabilities add up to 0.1": (zero, zero + 0.1),
    "object of 1 pixel, missed": (zero, zero + 1),
    "object of 100 pixels, missed": (zero, zero + 100),
}
print("| | no term | 1e-5 below only | 1e-5 in both | 1 in both |")
print("| --- | ---: | ---: | ---: | ---: |")
for name, sums in cases.items():
    losses = [dice_loss(*sums, *terms) for terms in ((0, 0), (0, 1e-5), (1e-5, 1e-5), (1, 1))]
    print(f"| {name} |", " | ".join(f"{loss:.4f}" for loss in losses), "|")
# --8<-- [end:table]
# --8<-- [start:half]
probs = torch.ones(256, 256, dtype=torch.float16)  # (H, W)
mask = torch.ones(256, 256, dtype=torch.float16)  # (H, W)
print("sums:", (probs * mask).sum(), (probs + mask).sum())
print("loss:", 1 - 2 * (probs * mask).sum() / (probs + mask).sum())
print("largest:", torch.finfo(torch.float16).max)
print("1e-8:", torch.tensor(1e-8, dtype=torch.float16))
probs = probs.float()
print("loss in float32:", 1 - 2 * (probs * mask).sum() / (probs + mask).sum())
# --8<-- [end:half]
