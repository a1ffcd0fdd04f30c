# --8<-- [start:shift]
import math

import torch
import torch.nn.functional as F

table = torch.tensor([[0, 2, 1, 0], [0, 0, 2, 1], [1, 0, 0, 2], [2, 1, 0, 0]])
ids = torch.tensor([[3, 1, 2, 0], [1, 3, 0, 0]])  # (N, L)
labels = torch.tensor([[3, 1, 2, 0], [1, 3, 0, -100]])  # (N, L)
logits = math.log(2) * table[ids]  # (N, L, V)


def bits(z, y):
    return f"{F.cross_entropy(z.transpose(1, 2), y) / math.log(2):.4f} bits"


shifted = F.pad(labels[:, 1:], (0, 1), value=-100)  # (N, L)
print("both cut:      ", bits(logits[:, :-1], labels[:, 1:]))
print("labels moved:  ", bits(logits, shifted))
print("shifted twice: ", bits(logits[:, :-1], shifted[:, 1:]))
# --8<-- [end:shift]
