# --8<-- [start:gather]
import torch
import torch.distributed as dist
import torch.nn.functional as F


class Gather(torch.autograd.Function):
    """All ranks' rows; the gradient of a row comes back from all ranks."""

    @staticmethod
    def forward(ctx, x):
        parts = [torch.empty_like(x) for _ in range(dist.get_world_size())]
        dist.all_gather(parts, x.contiguous())
        return torch.cat(parts)

    @staticmethod
    def backward(ctx, gradient):
        gradient = gradient.clone()
        dist.all_reduce(gradient)  # the sum over the ranks
        return gradient.chunk(dist.get_world_size())[dist.get_rank()]
# --8<-- [end:gather]

# --8<-- [start:mine]
def clip_loss(a, b, all_a, all_b, log_scale, start=0):
    partner = torch.arange(len(a), device=a.device) + start  # (n,) my rows among all rows
    rows = F.cross_entropy(log_scale.exp() * a @ all_b.T, partner)
    columns = F.cross_entropy(log_scale.exp() * b @ all_a.T, partner)
    return (rows + columns) / 2


def my_rows(gather, a, b, log_scale):  # each rank: the loss of its own rows
    start = len(a) * dist.get_rank()
    return clip_loss(a, b, gather(a), gather(b), log_scale, start)
# --8<-- [end:mine]

# --8<-- [start:others]
def plain(x):  # no gradient reaches the other ranks' rows
    parts = [torch.empty_like(x) for _ in range(dist.get_world_size())]
    dist.all_gather(parts, x.detach())
    return torch.cat(parts)


def put_back(x):  # the usual trick: put one's own rows back
    parts = list(plain(x).chunk(dist.get_world_size()))
    parts[dist.get_rank()] = x
    return torch.cat(parts)


def every_row(gather, a, b, log_scale):  # each rank: the loss of all rows
    all_a, all_b = gather(a), gather(b)
    return clip_loss(all_a, all_b, all_a, all_b, log_scale)
# --8<-- [end:others]

# --8<-- [start:table]
import tempfile

import torch.multiprocessing as mp

IMAGES = torch.tensor([[2.0, 1.0], [1.0, 2.0], [-1.0, 1.0], [1.0, -1.0]])  # (4, 2)
TEXTS = torch.tensor([[1.0, 0.0], [0.0, 1.0], [-2.0, 1.0], [2.0, -1.0]])  # (4, 2)


def gradients(loss_of, images, texts):
    w, v = torch.ones(2, requires_grad=True), torch.ones(2, requires_grad=True)
    log_scale = torch.tensor(1.0, requires_grad=True)
    a, b = F.normalize(images * w, dim=1), F.normalize(texts * v, dim=1)
    loss_of(a, b, log_scale).backward()
    return torch.stack([w.grad[0], v.grad[0], log_scale.grad])  # (3,)


def run(rank, folder):
    torch.set_num_threads(1)  # in each process
    dist.init_process_group("gloo", f"file://{folder}/store", rank=rank, world_size=2)
    show(rank, "one process", gradients(lambda a, b, s: clip_loss(a, b, a, b, s), IMAGES, TEXTS))
    mine = IMAGES.chunk(2)[rank], TEXTS.chunk(2)[rank]  # two pairs each
    for name, loss, gather in [
        ("gradient gathered, my rows", my_rows, Gather.apply),
        ("gradient gathered, every row", every_row, Gather.apply),
        ("own rows put back, every row", every_row, put_back),
        ("no gradient gathered, my rows", my_rows, plain),
    ]:
        found = gradients(lambda a, b, s: loss(gather, a, b, s), *mine)
        dist.all_reduce(found)
        show(rank, name, found / dist.get_world_size())  # as DDP averages
    dist.destroy_process_group()


def show(rank, name, found):
    if rank == 0:
        print(f"| {name} | " + " | ".join(f"{x:.4f}" for x in found.tolist()) + " |", flush=True)


if __name__ == "__main__":
    print("| | image encoder | text encoder | log scale |\n| --- | --: | --: | --: |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        mp.start_processes(run, (folder,), nprocs=2, start_method="fork")
# --8<-- [end:table]
