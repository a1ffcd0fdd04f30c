# --8<-- [start:error]
import torch
import torch.nn as nn
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
log_probs = F.log_softmax(logits, dim=1)  # (2, 3)
try:
    nn.GaussianNLLLoss()(log_probs, target)
except TypeError as error:
    print("TypeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(nn.NLLLoss()(log_probs, target))
# --8<-- [end:fix]
