# --8<-- [start:queue]
import math

import torch
import torch.nn.functional as F

queries = torch.tensor([[0.6, 0.8], [0.8, -0.6]])  # (2, 2), of length 1
keys = torch.tensor([[0.8, 0.6], [1.0, 0.0]])  # (2, 2): one for each query
queue = torch.tensor([[0.0, 1.0], [-1.0, 0.0], [-0.6, 0.8]])  # (3, 2): old keys
positive = (queries * keys).sum(dim=1, keepdim=True)  # (2, 1)
logits = torch.cat([positive, queries @ queue.T], dim=1)  # (2, 4)
target = torch.zeros(2, dtype=torch.long)  # the positive is in column 0
print(logits)
print("loss:", F.cross_entropy(logits / 0.5, target))
for count in len(queue), 65_536:
    print(f"{count} keys, equal logits: {math.log(1 + count):.4f}")
# --8<-- [end:queue]
