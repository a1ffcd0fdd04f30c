# --8<-- [start:example]
import torch

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 1])  # (2,)
right = logits.argmax(dim=1) == target  # (2,)
print(right.float().mean())
# --8<-- [end:example]
