# --8<-- [start:repeats]
import torch
from torch.utils.data import DistributedSampler

losses = torch.tensor([4.0, 1.0, 1.0, 1.0, 1.0])  # (5,) one loss for each row of the validation set
rows = [list(DistributedSampler(losses, num_replicas=2, rank=rank, shuffle=False)) for rank in (0, 1)]
print("rows of the two processes:", *rows)
print(f"mean over what they see: {losses[rows[0] + rows[1]].mean():.4f}")
print(f"mean over the data: {losses.mean():.4f}")
# --8<-- [end:repeats]

# --8<-- [start:once]
once = [range(rank, len(losses), 2) for rank in (0, 1)]  # for torch.utils.data.Subset
total = sum(losses[list(mine)].sum() for mine in once)
count = sum(len(mine) for mine in once)
print(*[list(mine) for mine in once], f"{total / count:.4f}")
# --8<-- [end:once]
