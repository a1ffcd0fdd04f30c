# --8<-- [start:free]
import torch

z = torch.tensor([[-1.0, 1.0]])  # (1, 2): above class 0? above class 1?
one, zero = torch.ones(1, 1), torch.zeros(1, 1)
print(-z.sigmoid().diff(dim=1, prepend=one, append=zero))  # (1, 3)
# --8<-- [end:free]

# --8<-- [start:shared]
score = torch.tensor([[0.0]])  # (1, 1): one logit per row
steps = torch.tensor([1.0, -1.0])  # (2,), in decreasing order
above = (score + steps).sigmoid()  # (1, 2)
print(-above.diff(dim=1, prepend=one, append=zero))  # (1, 3)
# --8<-- [end:shared]
