# --8<-- [start:define]
import inspect

import torch
import torch.nn.functional as F


def mistake(size, target, instead):
    logits, kind = torch.zeros(size), str(target.dtype)[6:]
    try:
        F.cross_entropy(logits, target)
    except (RuntimeError, ValueError, IndexError) as error:
        what = f"`{size}` | `{kind} {tuple(target.shape)}` | {error}"
    call = inspect.getsource(instead).partition("return ")[2].strip()
    print(f"| {what} | `{call}` | {instead(logits, target):.4f} |")
# --8<-- [end:define]

# --8<-- [start:target]
def drop_column(logits, target):
    return F.cross_entropy(logits, target[:, 0])


def drop_row(logits, target):
    return F.cross_entropy(logits, target[0])


def to_float(logits, target):
    return F.cross_entropy(logits, target.float())


def to_long(logits, target):
    return F.cross_entropy(logits, target.long())


def from_zero(logits, target):
    return F.cross_entropy(logits, target - 1)


def add_batch(logits, target):
    return F.cross_entropy(logits, target[None])


def flatten_target(logits, target):
    return F.cross_entropy(logits, target.flatten())
# --8<-- [end:target]

# --8<-- [start:rows]
index, head = torch.long, "| logits | target | message | instead | loss |"
print(head, "| :-- | :-- | :-- | :-- | --: |", sep="\n")
mistake((2, 3), torch.zeros(2, 1, dtype=index), drop_column)
mistake((2, 3), torch.zeros(1, 2, dtype=index), drop_row)
mistake((2, 3), F.one_hot(torch.tensor([0, 1]), 3), to_float)
mistake((2, 3), torch.zeros(2), to_long)
mistake((2, 3), torch.zeros(2, dtype=torch.int), to_long)
mistake((2, 3), torch.tensor([1, 3]), from_zero)
mistake((1, 3), torch.tensor(0), add_batch)
mistake((10, 3), torch.zeros(2, 5, dtype=index), flatten_target)
# --8<-- [end:rows]

# --8<-- [start:axes]
def swap_logits(logits, target):
    return F.cross_entropy(logits.transpose(1, 2), target)


def flatten_logits(logits, target):
    return F.cross_entropy(logits.flatten(0, 1), target)


def swap_target(logits, target):
    return F.cross_entropy(logits, target.transpose(1, 2))


def classes_second(logits, target):
    return F.cross_entropy(logits.movedim(-1, 1), target)
# --8<-- [end:axes]

# --8<-- [start:grids]
tags, soft = torch.zeros(2, 5, dtype=index), torch.full((2, 5, 3), 1 / 3)
mask = torch.zeros(2, 4, 5, dtype=index)  # (N, H, W)
print(head, "| :-- | :-- | :-- | :-- | --: |", sep="\n")
mistake((2, 5, 3), tags, swap_logits)
mistake((2, 5, 3), tags.flatten(), flatten_logits)
mistake((2, 3, 5), soft, swap_target)
mistake((2, 4, 5, 3), mask, classes_second)
mistake((2, 3, 4, 5), mask[:, None], drop_column)
mistake((2, 3, 4, 5), mask.byte(), to_long)
# --8<-- [end:grids]
