# --8<-- [start:shards]
import torch
import torch.nn.functional as F

z = torch.tensor([[2.0, 1.0, 0.5, 3.0, -1.0, 0.0], [0.0, 4.0, 1.0, 1.0, 2.0, 5.0]])
y = torch.tensor([3, 1])  # (2,)
shards = z.split(3, dim=1)  # on each of two devices (2, 3)

top = torch.stack([s.amax(dim=1) for s in shards]).amax(dim=0)  # (2,) all_reduce, MAX
exps = [(s - top[:, None]).exp() for s in shards]  # stay where they are
total = sum(e.sum(dim=1) for e in exps)  # (2,) all_reduce, SUM
target = torch.zeros(2)  # (2,)
for rank, s in enumerate(shards):  # all_reduce, SUM
    local = y - 3 * rank  # (2,)
    mine = (local >= 0) & (local < 3)  # (2,) the others add 0
    picked = s.gather(1, local.clamp(0, 2)[:, None]).squeeze(1)  # (2,)
    target = target + torch.where(mine, picked, 0)
loss = top + total.log() - target  # (2,)
print(loss)
print(F.cross_entropy(z, y, reduction="none"))
p = torch.cat([e / total[:, None] for e in exps], dim=1)  # (2, 6)
print(torch.allclose(p, z.softmax(dim=1)))
# --8<-- [end:shards]
