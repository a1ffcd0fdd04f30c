# --8<-- [start:square]
import torch
import torch.nn.functional as F

square = torch.tensor([[[4.0, 0.0], [3.0, 0.0]]])  # (1, 2, 2): L = C
tags = torch.tensor([[0, 0]])  # (1, 2)
print(F.cross_entropy(square, tags, reduction="none"))
print(F.cross_entropy(square.transpose(1, 2), tags, reduction="none"))
# --8<-- [end:square]
