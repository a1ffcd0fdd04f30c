# --8<-- [start:warning]
import tempfile
import warnings

import torch
import torch.distributed as dist
from torch.distributed.nn.functional import all_gather

rows = torch.ones(1, 2, requires_grad=True)  # (1, 2)
with tempfile.TemporaryDirectory() as folder:
    dist.init_process_group("gloo", f"file://{folder}/store", rank=0, world_size=1)
    with warnings.catch_warnings(record=True, action="always") as caught:
        gathered = torch.cat(all_gather(rows))  # (1, 2)
    dist.destroy_process_group()
print("has a gradient:", gathered.requires_grad)
print(f"{caught[0].category.__name__}: {caught[0].message}")
# --8<-- [end:warning]
