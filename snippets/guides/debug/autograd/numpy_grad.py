# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
logits.requires_grad_()
target = torch.tensor([1, 2])  # (2,)
try:
    logits.numpy()
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(logits.detach().softmax(dim=1).numpy().round(4))
with torch.no_grad():  # for a whole evaluation
    print(F.cross_entropy(logits, target).numpy().round(4))
# --8<-- [end:fix]
