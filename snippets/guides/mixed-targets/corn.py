# --8<-- [start:loss]
import torch
import torch.nn.functional as F

y, steps = torch.tensor([0, 1, 2, 3]), torch.arange(3)
z = torch.tensor([[-1.0, 2, -1], [1, -1, 1], [2, 1, 1], [3, 2, 2]])  # (4, 3)
levels, asked = (y[:, None] > steps).float(), y[:, None] >= steps  # (4, 3)
losses = F.binary_cross_entropy_with_logits(z, levels, reduction="none")  # (4, 3)
print("loss", losses[asked].mean(), "rows asked", asked.sum(dim=0))
given = z.sigmoid()  # (4, 3): above k, given above k − 1
above = given.cumprod(dim=1)  # (4, 3): above k
print("third row", given[2], above[2])
print("right", (above > 0.5).sum(dim=1), "wrong", (given > 0.5).sum(dim=1))
# --8<-- [end:loss]
