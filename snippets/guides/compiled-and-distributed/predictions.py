# --8<-- [start:graphs]
import logging

import torch
import torch._dynamo
import torch.nn.functional as F

torch._logging.set_logs(dynamo=logging.ERROR)  # no warnings about graph breaks


def checked(losses):
    assert losses.isfinite().all()
    return losses.sum()


def sized(losses):
    if len(losses) > 1:
        losses = losses / 2
    return losses.sum()


for name, function in {
    "mask": lambda losses: losses[losses > 0].sum(),
    "where": lambda losses: torch.where(losses > 0, losses, 0.0).sum(),
    "assert": checked,
    "if on a shape": sized,
}.items():
    torch._dynamo.reset()
    explained = torch._dynamo.explain(function)(torch.tensor([1.0, 0.0, 2.0]))
    print(f"{name}: graphs {explained.graph_count}, breaks {explained.graph_break_count}")
# --8<-- [end:graphs]


# --8<-- [start:sizes]
def compilations(sizes, **options):
    counter = torch._dynamo.testing.CompileCounter()
    torch._dynamo.reset()
    compiled = torch.compile(F.cross_entropy, backend=counter, **options)
    for rows in sizes:
        compiled(torch.zeros(rows, 3), torch.zeros(rows, dtype=torch.long))
    return counter.frame_count


print("compilations:", compilations([32, 32, 24, 16]))
print("with dynamic=False:", compilations([32, 32, 24, 16], dynamic=False))
print("of one size:", compilations([32, 32]), "calls:", len([32, 32, 24, 16]))
# --8<-- [end:sizes]

# --8<-- [start:empty]
bias = torch.zeros(3, requires_grad=True)  # (3,)
gradients = []
for target in torch.tensor([0, 0]), torch.tensor([-100, -100]):  # of two processes
    loss = F.cross_entropy(bias.expand(2, 3), target)
    gradients.append(torch.autograd.grad(loss, bias)[0])  # (3,)
    print("loss:", loss.detach(), "gradient:", gradients[-1])
print("average:", sum(gradients) / 2)
# --8<-- [end:empty]


# --8<-- [start:clip]
def length(unscale_first, max_norm):
    w = torch.zeros(2, requires_grad=True)  # (2,)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    scaler.scale((w * torch.tensor([6.0, 8.0])).sum()).backward()
    if unscale_first:
        scaler.unscale_(optimizer)
    torch.nn.utils.clip_grad_norm_([w], max_norm)
    scaler.step(optimizer)
    return f"{w.detach().norm():.3f}"


print("clip, step:", length(False, 1.0))
print("unscale_, clip, step:", length(True, 1.0))
print("no clip:", length(False, torch.inf))
print("no clip, divided by 8 again:", f"{10 / 8:.3f}")
# --8<-- [end:clip]

# --8<-- [start:sampler]
from torch.utils.data import DistributedSampler

for drop_last in False, True:
    ranks = [DistributedSampler(range(7), 4, rank, drop_last=drop_last) for rank in range(4)]
    rows = [len(list(rank)) for rank in ranks]
    print(f"drop_last={drop_last}: rows {sum(rows)}, of a process", rows)
print("of the set:", len(range(7)), "times 4:", 4 * len(range(7)))
# --8<-- [end:sampler]

# --8<-- [start:epochs]
sampler = DistributedSampler(range(7), num_replicas=4, rank=0)
first, second = list(sampler), list(sampler)
sampler.set_epoch(1)
print("same order in both epochs:", second == first)
print("same order after set_epoch:", list(sampler) == first)
# --8<-- [end:epochs]
