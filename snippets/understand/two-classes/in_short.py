# --8<-- [start:three]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, -1.0], [0.3, 1.7]])  # (2, 2) two per row
targets = torch.tensor([0, 1])  # (2,) class indices
one_hot = F.one_hot(targets, num_classes=2).float()  # (2, 2)
d = logits[:, 1] - logits[:, 0]  # (2,) one per row

bce = F.binary_cross_entropy_with_logits
print("cross-entropy of both logits:", F.cross_entropy(logits, targets))
print("BCE of their difference:     ", bce(d, targets.float()))
print("BCE of both logits, one-hot: ", bce(logits, one_hot))
# --8<-- [end:three]
