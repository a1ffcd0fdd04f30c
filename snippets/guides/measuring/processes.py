# --8<-- [start:sampler]
from torch.utils.data import DistributedSampler

rows = ["a", "b", "c", "d", "e"]
right = {"a": 0, "b": 1, "c": 1, "d": 1, "e": 1}  # the model misses only the first
every, once = [], []
for rank in range(2):
    sampler = DistributedSampler(rows, num_replicas=2, rank=rank, shuffle=False)
    mine = [rows[index] for index in sampler]
    print(f"process {rank} gets:", mine)
    every += [right[row] for row in mine]
    own = len(range(rank, len(rows), 2))  # beyond that, rows are repeated
    once += [right[row] for row in mine[:own]]
print(f"all that the processes get: {sum(every) / len(every):.4f}")
print(f"each row once:              {sum(once) / len(once):.4f}")
# --8<-- [end:sampler]
