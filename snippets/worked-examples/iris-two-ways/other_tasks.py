# --8<-- [start:binary]
import torch
import torch.nn as nn

score = torch.tensor([1.5, -0.5])  # (2,) one logit per item
label = torch.tensor([1.0, 0.0])  # (2,) floats
print(nn.BCEWithLogitsLoss()(score, label))
print(torch.sigmoid(score))
# --8<-- [end:binary]

# --8<-- [start:regression]
predicted = torch.tensor([2.5, 0.0, 2.0])  # (3,) any numbers
measured = torch.tensor([3.0, -0.5, 2.0])  # (3,)
print(nn.MSELoss()(predicted, measured))
# --8<-- [end:regression]
