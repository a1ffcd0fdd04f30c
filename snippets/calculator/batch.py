# --8<-- [start:logits]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, -1.0, 2.0], [1.0, 0.0, 0.0]])  # (3, 3)
print(logits)
# --8<-- [end:logits]

# --8<-- [start:target]
target = torch.tensor([1, 2, 1])  # (3,)
print(target)
# --8<-- [end:target]

# --8<-- [start:losses]
losses = F.cross_entropy(logits, target, reduction="none")  # (3,)
print(losses)
print("mean:", losses.mean())
# --8<-- [end:losses]
