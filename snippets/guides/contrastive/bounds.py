# --8<-- [start:table]
import math

import torch
import torch.nn.functional as F


def floor(pairs, scale):
    return math.log1p((pairs - 1) * math.exp(-scale * pairs / (pairs - 1)))


print("| pairs | all alike: ln N | floor, scale 1 | scale 1/0.07 | scale 100 |")
print("| --: | --: | --: | --: | --: |")
for n in 4, 256, 32768:
    cells = [math.log(n), *(floor(n, scale) for scale in (1, 1 / 0.07, 100))]
    print(f"| {n} | " + " | ".join(f"{cell:.4f}" for cell in cells) + " |")
# --8<-- [end:table]

# --8<-- [start:simplex]
corners = F.normalize(torch.eye(4) - 1 / 4, dim=1)  # (4, 4)
cosines = corners @ corners.T  # (4, 4)
print(cosines[0])
print("scale 1:    ", F.cross_entropy(cosines, torch.arange(4)))
print("scale 3:    ", F.cross_entropy(3 * cosines, torch.arange(4)))
# --8<-- [end:simplex]

# --8<-- [start:hardest]
cosines = torch.tensor([[0.8, 0.7, 0.3, -0.2]])  # (1, 4) the positive first
print("| scale | loss | share of 0.7 | of 0.3 | of -0.2 |")
print("| --: | --: | --: | --: | --: |")
for scale in 1, 10, 100:
    loss = F.cross_entropy(scale * cosines, torch.tensor([0]))
    shares = (scale * cosines[0, 1:]).softmax(dim=0)  # (3,)
    print(f"| {scale} | {loss:.4f} | " + " | ".join(f"{p:.4f}" for p in shares) + " |")
# --8<-- [end:hardest]
