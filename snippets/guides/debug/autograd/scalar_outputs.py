# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
logits.requires_grad_()
target = torch.tensor([1, 2])  # (2,)
losses = F.cross_entropy(logits, target, reduction="none")  # (2,)
try:
    losses.backward()
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
losses.mean().backward()
print(logits.grad)
# --8<-- [end:fix]
