# --8<-- [start:exact]
import torch

x = torch.tensor([[2.0]] * 32 + [[512.0]] + [[2.0]] * 32)  # (65, 1)
half = 0.5 * x  # (65, 1) each token's part, since p is one half
print(f"{half[32].item():g} + 64 · {half[0].item():g} = {half.sum():g}")
print(torch.tensor(256.0).bfloat16() + 1, torch.tensor(256.0).bfloat16() + 2)
# --8<-- [end:exact]

# --8<-- [start:setup]
import torch.nn.functional as F
from torch.utils.checkpoint import checkpoint

y = torch.zeros(65, dtype=torch.long)  # (65,)


def head(x, weight, y):
    return F.cross_entropy(F.linear(x, weight).float(), y, reduction="sum")


def total(x, weight, size):
    parts = zip(x.split(size), y.split(size))
    return sum(checkpoint(head, a, weight, b, use_reentrant=False) for a, b in parts)


def by_checkpoint(size, dtype=torch.bfloat16):
    weight = torch.zeros(2, 1, dtype=dtype, requires_grad=True)
    total(x.bfloat16(), weight, size).backward()
    return weight.grad[1].item()


def by_autocast(size, cache):
    weight = torch.zeros(2, 1, requires_grad=True)
    with torch.autocast("cpu", dtype=torch.bfloat16, cache_enabled=cache):
        loss = total(x, weight, size)
    loss.backward()
    return weight.grad[1].item()


def by_linear_cross_entropy(size):
    weight = torch.zeros(2, 1, dtype=torch.bfloat16, requires_grad=True)
    options = torch.nn.LinearCrossEntropyOptions(batch_chunk_size=size)
    F.linear_cross_entropy(x.bfloat16(), weight, y, reduction="sum", options=options).backward()
    return weight.grad[1].item()
# --8<-- [end:setup]

# --8<-- [start:table]
print("| tokens per chunk | 65 | 5 | 1 |\n| --- | --: | --: | --: |")
for name, way in {
    "`bfloat16` weight": by_checkpoint,
    "`float32` weight, autocast": lambda size: by_autocast(size, cache=True),
    "… `cache_enabled=False`": lambda size: by_autocast(size, cache=False),
    "`linear_cross_entropy`, `bfloat16`": by_linear_cross_entropy,
}.items():
    print(f"| {name} |", " | ".join(f"{way(size):g}" for size in (65, 5, 1)), "|")
# --8<-- [end:table]
