# --8<-- [start:loss]
import math

import torch
import torch.nn.functional as F

table = torch.tensor([[0, 2, 1, 0], [0, 0, 2, 1], [1, 0, 0, 2], [2, 1, 0, 0]])
ids = torch.tensor([[3, 1, 2, 0], [1, 3, 0, 0]])  # (N, L): token 0 ends a text
real = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])  # (N, L): 0 is padding
logits = math.log(2) * table[ids]  # (N, L, V): in place of model(ids)

labels = ids.masked_fill(real == 0, -100)  # (N, L)
loss = F.cross_entropy(logits[:, :-1].flatten(0, 1), labels[:, 1:].flatten())
print("mean per token:", loss)
print(f"in bits:        {loss / math.log(2):.4f}")
# --8<-- [end:loss]

# --8<-- [start:tokens]
z, y = logits[:, :-1], labels[:, 1:]  # (N, L - 1, V), (N, L - 1)
losses = F.cross_entropy(z.transpose(1, 2), y, reduction="none")  # (N, L - 1)
flat = F.cross_entropy(z.flatten(0, 1), y.flatten(), reduction="none")
print((losses / math.log(2)).round(decimals=4))  # in bits
print(f"{losses.sum() / (y != -100).sum() / math.log(2):.4f}")
print(torch.allclose(losses, flat.view(y.shape)))
# --8<-- [end:tokens]

# --8<-- [start:view]
try:
    z.view(-1, 4)
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:view]

# --8<-- [start:shift]
shifted = F.pad(labels[:, 1:], (0, 1), value=-100)  # (N, L)
pairs = {"cut": (z, y), "moved": (logits, shifted), "twice": (z, shifted[:, 1:])}
for name, (a, b) in pairs.items():
    loss = F.cross_entropy(a.transpose(1, 2), b)
    print(f"{name:6} {loss / math.log(2):.4f} bits")
for name in "cut", "moved":
    flat = pairs[name][0].flatten(0, 1)  # (T, V)
    print(f"{name:6} copied: {flat.data_ptr() != logits.data_ptr()}")
# --8<-- [end:shift]

# --8<-- [start:end]
print("by id:    ", ids.masked_fill(ids == 0, -100).tolist())
print("by mask:  ", ids.masked_fill(real == 0, -100).tolist())
length = (ids != 0).sum(dim=1, keepdim=True) + 1  # (N, 1): with one end token
print("by length:", ids.masked_fill(torch.arange(4) >= length, -100).tolist())
# --8<-- [end:end]


# --8<-- [start:step]
def compute_loss(outputs, labels, num_items_in_batch):
    z, y = outputs["logits"][:, :-1].flatten(0, 1), labels[:, 1:].flatten()
    return F.cross_entropy(z, y, reduction="sum") / num_items_in_batch


count = (labels[:, 1:] != -100).sum()  # all micro-batches, here of one row each
parts = zip(logits.split(1), labels.split(1))
loss = sum(compute_loss({"logits": z}, y, count) for z, y in parts)
print(f"{count} targets, {loss / math.log(2):.4f} bits")
# --8<-- [end:step]
