# --8<-- [start:error]
import torch
import torch.nn as nn

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
try:
    nn.CrossEntropyLoss(weight=[1.0, 1.0, 3.0])
except TypeError as error:
    print("TypeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
loss = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 1.0, 3.0]))
print(loss(logits, target))
# --8<-- [end:fix]
