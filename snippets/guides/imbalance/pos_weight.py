# --8<-- [start:labels]
import torch
import torch.nn.functional as F

rows = 1000
positives = torch.tensor([500, 100, 10])  # (3,) rows with each label
pos_weight = (rows - positives) / positives.clamp(min=1)  # (3,)
print(pos_weight)
y = (torch.arange(rows)[:, None] < positives).float()  # (1000, 3)
z = torch.zeros(rows, 3)  # (1000, 3) the start, and here the optimum
z.requires_grad_()
losses = F.binary_cross_entropy_with_logits(z, y, pos_weight=pos_weight, reduction="none")
losses.mean().backward()
print(losses.mean(dim=0).detach())
print(z.grad.sum(dim=0).abs() < 1e-6)
print((z - pos_weight.log()).sigmoid()[0].detach())
# --8<-- [end:labels]

# --8<-- [start:gradient]
print(1000 * z.grad[0], 1000 * z.grad[-1])  # a row with all labels, with none
# --8<-- [end:gradient]
