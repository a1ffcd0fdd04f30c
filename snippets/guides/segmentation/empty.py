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

# --8<-- [start:metric]
import math

images = {  # pixels of the object in prediction and mask, and in both
    "half of the object found": (100, 100, 50),
    "object missed": (0, 100, 0),
    "no object, none predicted": (0, 0, 0),
    "no object, one predicted": (100, 0, 0),
}
totals = torch.zeros(3)
print("| | 0/0 is 1 | 0/0 is 0 | masks with an object |")
print("| --- | ---: | ---: | ---: |")
for name, (predicted, true, both) in images.items():
    union = predicted + true
    score = 2 * both / union if union else math.nan
    scores = [score if union else 1.0, score if union else 0.0, score if true else math.nan]
    print(f"| {name} | {scores[0]:.3f} | {scores[1]:.3f} | {scores[2]:.3f} |")
    totals += torch.tensor(scores).nan_to_num()
print(f"| mean | {totals[0] / 4:.3f} | {totals[1] / 4:.3f} | {totals[2] / 2:.3f} |")
# --8<-- [end:metric]
