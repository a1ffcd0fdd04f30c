# --8<-- [start:labels]
import torch
import torch.nn.functional as F

rows = 1000
positives = torch.tensor([500, 100, 10])  # (3,) rows with each label
pos_weight = (rows - positives) / positives.clamp(min=1)  # (3,)
print(pos_weight)
y = (torch.arange(rows)[:, None] < positives).float()  # (1000, 3)
z = torch.zeros(3, requires_grad=True)  # (3,)
every = z.expand(rows, 3)  # (1000, 3) the same logits for all rows
loss = F.binary_cross_entropy_with_logits(every, y, pos_weight=pos_weight)
loss.backward()
print(torch.allclose(z.grad, torch.zeros(3), atol=1e-6))  # the optimum
print((z - pos_weight.log()).sigmoid().detach())  # the shares
# --8<-- [end:labels]
