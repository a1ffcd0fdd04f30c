# --8<-- [start:setup]
import torch
import torch.nn.functional as F

image = torch.tensor([[[[2.0, 0.0, 1.0], [0.0, 1.0, 3.0]],
                       [[0.0, 2.0, 1.0], [1.0, 0.0, 0.0]]]])
mask = torch.tensor([[[0, 1, 1], [0, 0, 0]]])
print(image.shape, mask.shape)  # (N, C, H, W) and (N, H, W)
print(F.cross_entropy(image, mask))
print(F.cross_entropy(image, mask, reduction="none"))
# --8<-- [end:setup]

# --8<-- [start:last]
last = image.movedim(1, -1)  # (1, 2, 3, 2): (N, H, W, C)
print(F.cross_entropy(last.movedim(-1, 1), mask))
print(F.cross_entropy(last.flatten(0, 2), mask.flatten()))
# --8<-- [end:last]

# --8<-- [start:channel]
channel = mask[:, None]  # (1, 1, 2, 3), as a PNG loader returns it
print(F.cross_entropy(image, channel.squeeze(1)))
# --8<-- [end:channel]
