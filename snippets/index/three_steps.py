# --8<-- [start:steps]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3) one row, three classes
target = torch.tensor([1])  # (1,) the right class of that row
log_probs = F.log_softmax(logits, dim=1)  # (1, 3)
print(log_probs)
print(F.nll_loss(log_probs, target))
print(F.cross_entropy(logits, target))
# --8<-- [end:steps]
