# --8<-- [start:both]
import torch

ids = torch.tensor([[3, 1, 2, 0], [1, 3, 0, 0]])  # (N, L): 0 ends and pads
real = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])  # (N, L): attention mask
print("by id:  ", ids.masked_fill(ids == 0, -100).tolist())
print("by mask:", ids.masked_fill(real == 0, -100).tolist())
# --8<-- [end:both]

# --8<-- [start:lengths]
length = (ids != 0).sum(dim=1, keepdim=True) + 1  # (N, 1): with the first 0
print("by length:", ids.masked_fill(torch.arange(4) >= length, -100).tolist())
# --8<-- [end:lengths]
