# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
one_hot = torch.tensor([0.0, 1.0, 0.0])  # (3,)
smooth = 0.9 * one_hot + 0.1 / 3  # (3,)
print(smooth)
print(F.cross_entropy(logits, smooth))
print(F.cross_entropy(logits, torch.tensor(1), label_smoothing=0.1))
# --8<-- [end:example]
