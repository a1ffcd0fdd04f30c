# --8<-- [start:four_ways]
import torch
import torch.nn as nn
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3)
one_hot = torch.tensor([[0.0, 1.0, 0.0]])  # (1, 3) float
index = torch.tensor([1])  # (1,) int64

print(-(one_hot * logits.softmax(dim=1).log()).sum(dim=1).mean())
print(nn.CrossEntropyLoss()(logits, one_hot))
print(nn.CrossEntropyLoss()(logits, index))
print(nn.NLLLoss()(F.log_softmax(logits, dim=1), index))
# --8<-- [end:four_ways]

# --8<-- [start:gradient]
logits.requires_grad_()
nn.CrossEntropyLoss()(logits, index).backward()
print(logits.grad)
print(torch.allclose(logits.grad, logits.softmax(dim=1) - one_hot))
# --8<-- [end:gradient]
