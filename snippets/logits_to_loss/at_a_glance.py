# --8<-- [start:loss]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,) one per class
target = torch.tensor(1)  # () the class that is right
print(F.cross_entropy(logits, target))
# --8<-- [end:loss]
