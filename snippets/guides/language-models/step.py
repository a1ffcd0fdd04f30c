# --8<-- [start:loss]
import math

import torch
import torch.nn.functional as F


def compute_loss(outputs, labels, num_items_in_batch=None):
    z, y = outputs["logits"][:, :-1].flatten(0, 1), labels[:, 1:].flatten()
    if num_items_in_batch is None:
        return F.cross_entropy(z, y)
    return F.cross_entropy(z, y, reduction="sum") / num_items_in_batch
# --8<-- [end:loss]

# --8<-- [start:step]
table = torch.tensor([[0, 2, 1, 0], [0, 0, 2, 1], [1, 0, 0, 2], [2, 1, 0, 0]])
ids = torch.tensor([[3, 1, 2, 0], [1, 3, 0, 0]])  # (N, L)
labels = torch.tensor([[3, 1, 2, 0], [1, 3, 0, -100]])  # (N, L)
logits = math.log(2) * table[ids]  # (N, L, V)
parts = [({"logits": z}, y) for z, y in zip(logits.split(1), labels.split(1))]

count = sum((y[:, 1:] != -100).sum() for _, y in parts)
total = sum(compute_loss(*part, num_items_in_batch=count) for part in parts)
means = sum(compute_loss(*part) for part in parts) / len(parts)
print(f"{count} targets: {total / math.log(2):.4f} bits")
print(f"mean of means: {means / math.log(2):.4f} bits")
# --8<-- [end:step]
