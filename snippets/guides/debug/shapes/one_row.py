# --8<-- [start:error]
import torch
from torch import nn
from torch.utils.data import DataLoader

norm = nn.BatchNorm1d(3)
try:
    norm(torch.zeros(1, 3))
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
rows = torch.zeros(5, 3)
for batch in DataLoader(rows, batch_size=2, drop_last=True):
    print("training:", norm(batch).shape)
norm.eval()
print("evaluation:", norm(rows[:1]).shape)
# --8<-- [end:fix]
