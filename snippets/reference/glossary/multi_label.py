# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, -1.5]])  # (1, 3)
labels = torch.tensor([[1.0, 1.0, 0.0]])  # (1, 3) two are true
print(F.binary_cross_entropy_with_logits(logits, labels))
# --8<-- [end:example]
