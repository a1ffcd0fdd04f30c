# --8<-- [start:error]
import torch
import torch.nn as nn
import torch.nn.functional as F

z = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]]).requires_grad_()  # (2, 3)
y = torch.tensor([1, 2])  # (2,)
for wrong in (
    lambda: F.cross_entropy(z, y).item().backward(),
    lambda: nn.CrossEntropyLoss().backward(),
    lambda: nn.LogSoftmax(z).exp(),
    lambda: nn.cross_entropy(z, y),
    lambda: F.CrossEntropyLoss(z, y),
    lambda: nn.Softmax(z, dim=1),
):
    try:
        wrong()
    except (AttributeError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
# --8<-- [end:error]

# --8<-- [start:fix]
F.cross_entropy(z, y).backward()
nn.CrossEntropyLoss()(z, y).backward()
print(nn.LogSoftmax(dim=1)(z).exp().detach())
print(nn.Softmax(dim=1)(z).detach())
# --8<-- [end:fix]
