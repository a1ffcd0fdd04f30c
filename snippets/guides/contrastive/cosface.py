# --8<-- [start:margin]
import torch
import torch.nn.functional as F

cosines = torch.tensor([[0.3, 0.1, 0.0]])  # (1, 3)
target = torch.tensor([0])  # (1,)
margin = 0.35 * F.one_hot(target, 3)  # (1, 3)
print("cosines:    ", F.cross_entropy(30 * cosines, target))
print("with margin:", F.cross_entropy(30 * (cosines - margin), target))
# --8<-- [end:margin]
