# --8<-- [start:claim]
import torch
import torch.nn as nn

logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3)
one_hot = torch.tensor([[0.0, 1.0, 0.0]])  # (1, 3)
probs = logits.softmax(dim=1)  # (1, 3)
print(nn.CrossEntropyLoss()(logits, one_hot))
print(nn.CrossEntropyLoss()(probs, one_hot))
# --8<-- [end:claim]

# --8<-- [start:why]
print(probs)
print(probs.softmax(dim=1))
print(-probs.softmax(dim=1)[0, 1].log())
# --8<-- [end:why]

# --8<-- [start:floor]
print(nn.CrossEntropyLoss()(one_hot, one_hot))  # a perfect prediction
print((torch.tensor(1.0).exp() + 2).log() - 1)  # ln(e + 2) - 1
# --8<-- [end:floor]
