# --8<-- [start:error]
import torch
import torch.nn.functional as F

images = torch.zeros(2, 3, 4, 4)  # (N, C, H, W)
masks = torch.zeros(2, 1, 4, 4, dtype=torch.int64)  # (N, 1, H, W)
try:
    F.cross_entropy(images, masks)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.cross_entropy(images, masks.squeeze(1)))
# --8<-- [end:fix]

# --8<-- [start:colours]
palette = torch.tensor([[0, 0, 0], [128, 0, 0], [0, 128, 0]])  # (K, 3) of each class
colours = torch.tensor([[[[0, 0, 0], [0, 128, 0]]]])  # (1, 1, 2, 3): (N, H, W, 3)
same = (colours.unsqueeze(-2) == palette).all(dim=-1)  # (1, 1, 2, 3): (N, H, W, K)
print(same.int().argmax(dim=-1))
print(same.any(dim=-1).all())
# --8<-- [end:colours]
