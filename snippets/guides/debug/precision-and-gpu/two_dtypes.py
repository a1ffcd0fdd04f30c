# --8<-- [start:error]
import torch
from torch import nn

features = torch.tensor([[1.0, 2.0]], dtype=torch.float64)  # (1, 2), as from NumPy
head = nn.Linear(2, 3)
try:
    head(features)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(head(features.to(head.weight.dtype)).dtype)
# --8<-- [end:fix]
