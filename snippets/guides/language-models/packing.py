# --8<-- [start:labels]
import torch
import torch.nn.functional as F

packed = torch.tensor([[3, 1, 2, 0, 1, 3, 0]])  # (1, L)
document = torch.tensor([[0, 0, 0, 0, 1, 1, 1]])  # (1, L)
first = F.pad(document[:, 1:] != document[:, :-1], (1, 0), value=True)  # (1, L)
packed_labels = packed.masked_fill(first, -100)  # (1, L)
allowed = (document[:, :, None] == document[:, None, :]).tril()  # (1, L, L)
print(packed_labels.tolist())
print(allowed[0, 4].int().tolist())  # what the fifth token may read
# --8<-- [end:labels]
