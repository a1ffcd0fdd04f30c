# --8<-- [start:error]
import torch
import torch.nn.functional as F

channels_last = torch.zeros(2, 4, 4, 3)  # (N, H, W, C)
labels = torch.zeros(2, 4, 4, dtype=torch.int64)  # (N, H, W)
try:
    F.cross_entropy(channels_last, labels)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.cross_entropy(channels_last.permute(0, 3, 1, 2), labels))
small = torch.zeros(2, 3, 2, 2)  # (N, C, H/2, W/2)
large = F.interpolate(small, size=labels.shape[1:], mode="bilinear",
                      align_corners=False)  # (N, C, H, W)
print(F.cross_entropy(large, labels))
# --8<-- [end:fix]
