# --8<-- [start:warning]
import tempfile
import warnings

import torch
import torch.distributed as dist
from torch.distributed.nn.functional import all_gather

with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    dist.init_process_group("gloo", f"file://{folder}/store", rank=0, world_size=1)
    rows = torch.ones(1, 2, requires_grad=True)  # (1, 2)
    print("has a gradient:", torch.cat(all_gather(rows)).requires_grad)
    dist.destroy_process_group()
print(f"{caught[0].category.__name__}: {caught[0].message}")
# --8<-- [end:warning]
