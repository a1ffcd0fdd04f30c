# --8<-- [start:losses]
import math

import torch
import torch.nn.functional as F

table = torch.tensor([[0, 2, 1, 0], [0, 0, 2, 1], [1, 0, 0, 2], [2, 1, 0, 0]])
ids = torch.tensor([[3, 1, 2, 0], [1, 3, 0, 0]])  # (N, L)
labels = torch.tensor([[3, 1, 2, 0], [1, 3, 0, -100]])  # (N, L)
logits = math.log(2) * table[ids]  # (N, L, V)

z, y = logits[:, :-1], labels[:, 1:]  # (N, L - 1, V), (N, L - 1)
losses = F.cross_entropy(z.transpose(1, 2), y, reduction="none")  # (N, L - 1)
print((losses / math.log(2)).round(decimals=4))  # in bits
flat = F.cross_entropy(z.flatten(0, 1), y.flatten(), reduction="none")
print(torch.allclose(flat.view(y.shape), losses))
# --8<-- [end:losses]

# --8<-- [start:view]
try:
    z.view(-1, 4)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:view]
