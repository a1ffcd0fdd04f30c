# --8<-- [start:setup]
import torch
import torch.nn.functional as F

z = torch.tensor([[[2.0, 0.0, 1.0], [0.0, 3.0, 1.0]],
                  [[1.0, 1.0, 4.0], [2.0, 2.0, 0.0]]])  # (2, 2, 3)
y = torch.tensor([[0, 1], [2, 0]])  # (2, 2)
try:
    F.cross_entropy(z, y)
except RuntimeError as error:
    print(error)
# --8<-- [end:setup]

# --8<-- [start:both]
print(F.cross_entropy(z.transpose(1, 2), y))
print(F.cross_entropy(z.flatten(0, 1), y.flatten()))
# --8<-- [end:both]

# --8<-- [start:losses]
print(F.cross_entropy(z.transpose(1, 2), y, reduction="none"))
print(F.cross_entropy(z.flatten(0, 1), y.flatten(), reduction="none"))
# --8<-- [end:losses]

# --8<-- [start:soft]
q = torch.tensor([[[0.8, 0.1, 0.1], [0.1, 0.8, 0.1]],
                  [[0.1, 0.1, 0.8], [0.8, 0.1, 0.1]]])  # (2, 2, 3)
print(F.cross_entropy(z.transpose(1, 2), q.transpose(1, 2)))
print(F.cross_entropy(z.flatten(0, 1), q.flatten(0, 1)))
# --8<-- [end:soft]

# --8<-- [start:packed]
from torch.nn.utils.rnn import pack_padded_sequence

lengths = torch.tensor([2, 1])  # (N,): the second sequence ends with padding
logits, target = (pack_padded_sequence(x, lengths, batch_first=True).data for x in (z, y))
print(logits.shape, target.shape, F.cross_entropy(logits, target))
ignored = torch.tensor([[0, 1], [2, -100]])  # (N, L) the same, padded
print(F.cross_entropy(z.transpose(1, 2), ignored))
# --8<-- [end:packed]

# --8<-- [start:view]
print(F.cross_entropy(z.view(2, 3, 2), y))
print(z[0])  # two positions, one per row
print(z.transpose(1, 2)[0])  # one per column
print(z.view(2, 3, 2)[0])  # neither
# --8<-- [end:view]

# --8<-- [start:reshape]
x = z.transpose(1, 2)  # (2, 3, 2): classes already second
print(F.cross_entropy(x, y))
print(F.cross_entropy(x.reshape(-1, 3), y.flatten()))
print(F.cross_entropy(x.movedim(1, -1).reshape(-1, 3), y.flatten()))
# --8<-- [end:reshape]
