# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
log_probs = F.log_softmax(logits, dim=1)  # (2, 3)
try:
    F.kl_div(log_probs, target, reduction="batchmean")
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
one_hot = F.one_hot(target, num_classes=3).float()  # (2, 3)
print(F.kl_div(log_probs, one_hot, reduction="batchmean"))
print(F.cross_entropy(logits, target))
# --8<-- [end:fix]
