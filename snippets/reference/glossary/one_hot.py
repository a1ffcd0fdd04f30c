# --8<-- [start:example]
import torch
import torch.nn.functional as F

one_hot = F.one_hot(torch.tensor([1, 0, 2]), num_classes=3)  # (3, 3)
print(one_hot)
print(one_hot.argmax(dim=1))
# --8<-- [end:example]
