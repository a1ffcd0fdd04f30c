# --8<-- [start:step]
import contextlib

import torch
import torch.distributed as dist
import torch.nn.functional as F


def train_step(model, micro_batches, optimizer, scaler):
    count = sum((target != -100).sum() for _, target in micro_batches)
    dist.all_reduce(count)  # of all micro-batches of all processes
    count.clamp_(min=1)  # if no process has a target
    factor = dist.get_world_size() / count
    total = 0.0
    for k, (x, target) in enumerate(micro_batches, start=1):
        with contextlib.nullcontext() if k == len(micro_batches) else model.no_sync():
            loss = F.cross_entropy(model(x), target, reduction="sum")
            scaler.scale(factor * loss).backward()
        total += loss.detach()
    scaler.unscale_(optimizer)  # once, after the last backward
    torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    scaler.step(optimizer)
    scaler.update()
    optimizer.zero_grad()
    dist.all_reduce(total)
    return total / count  # for the log: the mean over all targets
# --8<-- [end:step]

# --8<-- [start:run]
import tempfile

import torch._dynamo  # DDP imports it; once, before the fork
import torch.multiprocessing as mp
from torch.nn.parallel import DistributedDataParallel

X = torch.tensor([[2.0, 1.0], [1.0, 2.0], [-1.0, 1.0], [1.0, -1.0], [0.0, 1.0], [1.0, 0.0]])  # (6, 2)
TARGET = torch.tensor([0, 1, 2, -100, -100, 2])  # (6,)


def run(rank, folder, world_size):
    torch.set_num_threads(1)  # in each process
    dist.init_process_group("gloo", f"file://{folder}/{world_size}", rank=rank, world_size=world_size)
    linear = torch.nn.Linear(2, 3)
    linear.requires_grad_(False).weight.zero_(), linear.bias.zero_(), linear.requires_grad_()
    rows = 3 - world_size  # of a micro-batch
    mine = list(zip(X.split(rows), TARGET.split(rows)))[rank::world_size]
    optimizer = torch.optim.SGD(linear.parameters(), lr=1.0)
    loss = train_step(DistributedDataParallel(linear), mine, optimizer, torch.amp.GradScaler("cpu"))
    if rank == 0:
        print(f"world size {world_size}: loss {loss:.4f}, bias", [f"{b:.4f}" for b in linear.bias.tolist()], flush=True)
    dist.destroy_process_group()


with tempfile.TemporaryDirectory() as folder:
    for world_size in (1, 2):
        mp.start_processes(run, (folder, world_size), nprocs=world_size, start_method="fork")
# --8<-- [end:run]

# --8<-- [start:unused]
class TwoHeads(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.classes, self.boxes = torch.nn.Linear(2, 3), torch.nn.Linear(2, 4)

    def forward(self, x):
        return self.classes(x), self.boxes(x)


def two_steps(rank, folder):  # no row has a box: the loss leaves the second head out
    dist.init_process_group("gloo", f"file://{folder}/unused", rank=rank, world_size=1)
    for with_zero in (True, False):
        model = DistributedDataParallel(TwoHeads())
        try:
            for _ in range(2):
                logits, boxes = model(X)
                loss = F.cross_entropy(logits, TARGET)
                if with_zero:
                    loss = loss + boxes[:0].sum()  # 0, and a gradient of zeros
                loss.backward()
            print("with boxes[:0].sum(): no error", flush=True)
        except RuntimeError as error:
            print("RuntimeError:", str(error).partition(". ")[0], flush=True)
    dist.destroy_process_group()


with tempfile.TemporaryDirectory() as folder:
    mp.start_processes(two_steps, (folder,), nprocs=1, start_method="fork")
# --8<-- [end:unused]
