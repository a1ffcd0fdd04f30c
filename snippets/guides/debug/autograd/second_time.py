# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
logits.requires_grad_()
target = torch.tensor([1, 2])  # (2,)
loss = F.cross_entropy(logits, target)
loss.backward()
try:
    loss.backward()
except RuntimeError as error:
    print("RuntimeError:", str(error).partition(". ")[0])
# --8<-- [end:error]

# --8<-- [start:fix]
logits.grad = None
first = F.cross_entropy(logits, target)
second = 0.01 * logits.square().mean()
(first + second).backward()  # one backward for both
print(first.detach())
# --8<-- [end:fix]
