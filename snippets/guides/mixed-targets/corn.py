# --8<-- [start:loss]
import torch
import torch.nn.functional as F

y = torch.tensor([0, 1, 2, 3])  # (4,)
z = torch.tensor([[-1.0, 2.0, -1.0], [1.0, -1.0, 1.0], [2.0, 1.0, 1.0], [3.0, 2.0, 2.0]])  # (4, 3)
steps = torch.arange(3)
levels, asked = (y[:, None] > steps).float(), y[:, None] >= steps  # (4, 3)
losses = F.binary_cross_entropy_with_logits(z, levels, reduction="none")  # (4, 3)
print("rows asked", asked.sum(dim=0))
print(losses[asked].mean())
# --8<-- [end:loss]

# --8<-- [start:predict]
given = z.sigmoid()  # (4, 3): above k, given above k − 1
above = given.cumprod(dim=1)  # (4, 3): above 0? above 1? above 2?
print(above[2])
print("right", (above > 0.5).sum(dim=1), "wrong", (given > 0.5).sum(dim=1))
# --8<-- [end:predict]
