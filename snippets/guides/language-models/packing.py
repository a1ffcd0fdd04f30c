# --8<-- [start:labels]
import math

import torch
import torch.nn.functional as F

table = torch.tensor([[0, 2, 1, 0], [0, 0, 2, 1], [1, 0, 0, 2], [2, 1, 0, 0]])
ids = torch.tensor([[3, 1, 2, 0, 1, 3, 0]])  # (1, L): two documents, no padding
document = torch.tensor([[0, 0, 0, 0, 1, 1, 1]])  # (1, L)
first = F.pad(document[:, 1:] != document[:, :-1], (1, 0), value=True)
labels = ids.masked_fill(first, -100)  # (1, L)
print("labels:", labels.tolist())
logits = math.log(2) * table[ids]  # (1, L, V)
for name, y in ("as it is", ids), ("masked", labels):
    losses = F.cross_entropy(logits[0, :-1], y[0, 1:], reduction="none")  # (L - 1,)
    bits = (losses / math.log(2)).round(decimals=4)  # (L - 1,)
    print(f"{name}: {bits.tolist()}, mean {bits.sum() / (y[0, 1:] != -100).sum():.4f}")
# --8<-- [end:labels]

# --8<-- [start:attention]
same = document[:, :, None] == document[:, None, :]  # (1, L, L)
allowed = same.tril()  # (1, L, L): query by key, True is seen
print(allowed[0].int())
# --8<-- [end:attention]
