# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
some = torch.tensor([1, -100])  # (2,)
print(F.cross_entropy(logits, some))
print(F.cross_entropy(logits[:1], some[:1]))
# --8<-- [end:example]
