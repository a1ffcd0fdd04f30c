# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
row = logits[:1].squeeze()  # (3,) the batch dimension is gone
try:
    F.log_softmax(row, dim=1)
except IndexError as error:
    print("IndexError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.log_softmax(logits[:1], dim=1))
print(F.log_softmax(row, dim=-1))
# --8<-- [end:fix]
