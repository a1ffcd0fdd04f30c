# --8<-- [start:start]
import math

import torch
import torch.nn.functional as F

V = 50257
for multiple in 64, 128:
    padded = -(-V // multiple) * multiple
    print(f"{multiple}: {padded}, {padded - V} more")
print(f"loss of equal logits {math.log(V):.4f} -> {math.log(padded):.4f}")
# --8<-- [end:start]

# --8<-- [start:zeros]
z = torch.tensor([[-8.0, -10.0, -11.0, 0.0, 0.0]])  # (1, 5) two padded
y = torch.tensor([0])  # (1,)
mask = torch.tensor([False, False, False, True, True])  # (5,)
masked = z.masked_fill(mask, float("-inf"))  # (1, 5)
print("left in:", F.cross_entropy(z, y))
print("sliced: ", F.cross_entropy(z[:, :3], y))
print("masked: ", F.cross_entropy(masked, y))
print("masked, smoothed:", F.cross_entropy(masked, y, label_smoothing=0.1))
print("target 4, left in:", F.cross_entropy(z, torch.tensor([4])))
mean = z[:, :3].mean(dim=1, keepdim=True)  # (1, 1)
started = torch.cat([z[:, :3], mean, mean], dim=1)  # (1, 5)
print("from the mean:", F.cross_entropy(started, y))
# --8<-- [end:zeros]
