# --8<-- [start:lengths]
import math

import torch
import torch.nn.functional as F

queries = torch.tensor([[2.0, 0.0, 1.0, 0.0], [0.0, 2.0, 0.0, 1.0], [1.0, 1.0, 2.0, 0.0]])  # (N, E)
keys = torch.tensor([[2.0, 1.0, 1.0, 0.0], [0.0, 2.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0]])  # (N, E)
target = torch.arange(3)
losses = []
for length in (4, 2):
    q = F.normalize(queries[:, :length], dim=1)  # (N, length) again of length one
    k = F.normalize(keys[:, :length], dim=1)
    losses.append(F.cross_entropy(10 * q @ k.T, target))
    print(f"{length} entries: {losses[-1]:.4f}")
print(f"sum: {sum(losses):.4f}, of a guess: {2 * math.log(3):.4f}")
print("norms if only cut:", F.normalize(queries, dim=1)[:, :2].norm(dim=1))
# --8<-- [end:lengths]
