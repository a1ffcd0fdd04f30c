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
