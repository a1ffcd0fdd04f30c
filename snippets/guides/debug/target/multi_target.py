# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
column = target.unsqueeze(1)  # (2, 1)
try:
    F.cross_entropy(logits, column)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.cross_entropy(logits, column.squeeze(1)))
# --8<-- [end:fix]

# --8<-- [start:one_hot]
one_hot = F.one_hot(target, num_classes=3).float()  # (2, 3)
log_probs = F.log_softmax(logits, dim=1)  # (2, 3)
try:
    F.nll_loss(log_probs, one_hot)
except RuntimeError as error:
    print("RuntimeError:", error)
print(F.nll_loss(log_probs, one_hot.argmax(dim=1)))
print(F.cross_entropy(logits, one_hot))
# --8<-- [end:one_hot]
