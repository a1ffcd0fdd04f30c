# --8<-- [start:error]
import torch
from torch import nn

images = torch.zeros(2, 1, 4, 4)  # (N, 1, H, W)
features = images.flatten(1)  # (2, 16)
head = nn.Linear(12, 3)
try:
    head(features)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
head = nn.Linear(features.shape[1], 3)
print(head(features).shape)
# --8<-- [end:fix]
