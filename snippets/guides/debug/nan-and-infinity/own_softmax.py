# --8<-- [start:large]
import torch

large = torch.tensor([1000.0, 999.0, 998.0])  # (3,)
print(large.exp())
print(large.exp() / large.exp().sum())
print(large.softmax(dim=0))
# --8<-- [end:large]
