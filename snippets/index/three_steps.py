# --8<-- [start:steps]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3) one row, three classes
target = torch.tensor([1])  # (1,) the index of the right class

log_probs = F.log_softmax(logits, dim=1)  # (1, 3)
print("log-probabilities:", log_probs)
print("probabilities:", log_probs.exp())
print("their sum:", f"{log_probs.exp().sum():.4f}")
print("nll_loss:", F.nll_loss(log_probs, target))
print("cross_entropy:", F.cross_entropy(logits, target))
# --8<-- [end:steps]
