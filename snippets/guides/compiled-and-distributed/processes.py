# --8<-- [start:table]
import tempfile

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
import torch.nn.functional as F


def own_mean(logits, target):
    return F.cross_entropy(logits, target)


def own_masked_mean(logits, target):
    mask = target != -100  # (n,)
    losses = F.cross_entropy(logits, target.clamp(min=0), reduction="none")  # (n,)
    return (losses * mask).sum() / mask.sum()


def count_of_all(logits, target):
    total = F.cross_entropy(logits, target, reduction="sum")
    count = (target != -100).sum()
    dist.all_reduce(count)  # now the count over all processes
    return dist.get_world_size() * total / count.clamp(min=1)


UNEQUAL = torch.tensor([0]), torch.tensor([1, 1, 1])  # the targets of two processes
EMPTY = torch.tensor([0]), torch.tensor([-100, -100, -100])


def gradient(loss, target):
    bias = torch.zeros(3, requires_grad=True)  # the model: all probabilities are 1/3
    loss(bias.expand(len(target), 3), target).backward()
    return bias.grad


def run(rank, folder):
    torch.set_num_threads(1)  # in each process
    dist.init_process_group("gloo", f"file://{folder}/store", rank=rank, world_size=2)
    show(rank, "one process", *[gradient(own_mean, torch.cat(each)) for each in (UNEQUAL, EMPTY)])
    for name, loss in [
        ("own mean", own_mean),
        ("own mean by a mask", own_masked_mean),
        ("W × own sum / count of all", count_of_all),
    ]:
        found = [gradient(loss, each[rank]) for each in (UNEQUAL, EMPTY)]
        for each in found:
            dist.all_reduce(each)
        show(rank, name, *[each / dist.get_world_size() for each in found])  # as DDP averages
    dist.destroy_process_group()


def show(rank, name, *found):
    if rank == 0:
        cells = [" ".join(f"{x:.4f}" for x in each.tolist()) for each in found]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    print("| loss of a process | gradient, 1 and 3 targets | gradient, 1 and 0 targets |")
    print("| --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        mp.start_processes(run, (folder,), nprocs=2, start_method="fork")
# --8<-- [end:table]
