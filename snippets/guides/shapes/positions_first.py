# --8<-- [start:flat]
import torch
import torch.nn.functional as F

each = torch.tensor([[4.0, 0.0], [0.0, 4.0]])  # (N, C), at every position
z = each.expand(3, 2, 2)  # (L, N, C)
tags = torch.tensor([[0, 0, 0], [1, 1, 1]])  # (N, L)
print(F.cross_entropy(z.flatten(0, 1), tags.flatten()))
print(F.cross_entropy(z.transpose(0, 1).flatten(0, 1), tags.flatten()))
# --8<-- [end:flat]
