# --8<-- [start:sampler]
from torch.utils.data import DistributedSampler

rows = ["a", "b", "c", "d", "e"]
right = {"a": 0, "b": 1, "c": 1, "d": 1, "e": 1}  # the model misses only the first
hits = count = 0
for rank in range(2):
    sampler = DistributedSampler(rows, num_replicas=2, rank=rank, shuffle=False)
    mine = [rows[index] for index in sampler]
    print(f"process {rank} gets:", mine)
    hits, count = hits + sum(right[row] for row in mine), count + len(mine)
print(f"accuracy: {hits / count:.4f}, of the five rows: {sum(right.values()) / 5:.4f}")
# --8<-- [end:sampler]

# --8<-- [start:once]
hits = count = 0
for rank in range(2):
    sampler = DistributedSampler(rows, num_replicas=2, rank=rank, shuffle=False)
    for position, index in enumerate(sampler):
        if rank + 2 * position < len(rows):  # beyond that, rows are repeated
            hits, count = hits + right[rows[index]], count + 1
print(f"each row once: {hits / count:.4f}")
# --8<-- [end:once]
