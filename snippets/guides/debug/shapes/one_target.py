# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
log_probs = F.log_softmax(logits, dim=1)  # (2, 3)
picked = log_probs.take_along_dim(target[:, None], dim=1)[:, 0]  # (2,)
try:
    F.nll_loss(picked, target)
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(-picked.mean())
print(F.nll_loss(log_probs, target))
# --8<-- [end:fix]
