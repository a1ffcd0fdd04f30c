# --8<-- [start:error]
import torch
from torch import nn

images = torch.zeros(2, 8, 8, 3)  # (N, H, W, C)
layer = nn.Conv2d(in_channels=3, out_channels=4, kernel_size=3)
try:
    layer(images)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(layer(images.movedim(-1, -3)).shape)  # (N, C, H, W)
# --8<-- [end:fix]
