# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
try:
    logits.log_softmax()
except TypeError as error:
    print("TypeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.nll_loss(logits.log_softmax(dim=1), target))
# --8<-- [end:fix]
