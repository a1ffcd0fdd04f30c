# --8<-- [start:loss]
import math

import torch
import torch.nn.functional as F

table = torch.tensor([[0, 2, 1, 0], [0, 0, 2, 1], [1, 0, 0, 2], [2, 1, 0, 0]])
ids = torch.tensor([[3, 1, 2, 0], [1, 3, 0, 0]])  # (N, L): token 0 ends a text
real = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])  # (N, L): 0 is padding
logits = math.log(2) * table[ids]  # (N, L, V): in place of model(ids)

labels = ids.masked_fill(real == 0, -100)  # (N, L)
loss = F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())
print("mean per token:", loss)
print(f"in bits:        {loss / math.log(2):.4f}")
# --8<-- [end:loss]
