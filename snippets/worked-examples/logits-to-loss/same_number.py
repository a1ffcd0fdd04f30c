# --8<-- [start:four_ways]
import torch
import torch.nn as nn

logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3)
one_hot = torch.tensor([[0.0, 1.0, 0.0]])  # (1, 3)
index = torch.tensor([1])  # (1,)
ways = {
    "formula, one-hot": lambda z: -(one_hot * z.softmax(dim=1).log()).sum(),
    "CrossEntropyLoss, one-hot": lambda z: nn.CrossEntropyLoss()(z, one_hot),
    "CrossEntropyLoss, index": lambda z: nn.CrossEntropyLoss()(z, index),
    "NLLLoss, index": lambda z: nn.NLLLoss()(z.log_softmax(dim=1), index),
}
for name, loss in ways.items():
    print(loss(logits), name)
# --8<-- [end:four_ways]

# --8<-- [start:gradient]
for name, loss in ways.items():
    z = logits.clone().requires_grad_()
    loss(z).backward()
    print(z.grad, name)
print(logits.softmax(dim=1) - one_hot, "softmax - one-hot")
# --8<-- [end:gradient]
