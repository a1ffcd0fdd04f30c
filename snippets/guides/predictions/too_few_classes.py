# --8<-- [start:error]
import torch

logits = torch.tensor([[2.5, 3.5, 1.5], [3.0, 1.0, 0.5]])  # (2, 3)
try:
    logits.topk(5, dim=1)
except RuntimeError as error:
    print(error)
k = min(5, logits.size(dim=1))
print(logits.topk(k, dim=1).indices)  # (2, 3)
# --8<-- [end:error]
