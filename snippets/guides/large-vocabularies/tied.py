# --8<-- [start:tied]
import math

import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(8, 64)  # (N, F) as after a normalisation
y = torch.arange(8)  # (N,)
table = torch.nn.Embedding(100, 64)  # V classes, F features
print(f"default: {F.cross_entropy(F.linear(x, table.weight), y):.2f}, ln V = {math.log(100):.2f}")
torch.nn.init.normal_(table.weight, std=0.02)
print(f"std=0.02: {F.cross_entropy(F.linear(x, table.weight), y):.2f}")
# --8<-- [end:tied]
