# --8<-- [start:shift]
import torch
import torch.nn.functional as F

ids = torch.tensor([[2, 0, 1]])  # (1, 3): N = 1, L = 3
z = torch.tensor([[[2.0, 0.0, 1.0], [0.0, 3.0, 1.0],
                   [1.0, 0.0, 0.0]]])  # (1, 3, 3): C = 3 tokens
print(F.cross_entropy(z[0, :-1], ids[0, 1:], reduction="none"))
print(F.cross_entropy(z[:, :-1].flatten(0, 1), ids[:, 1:].flatten()))
print(F.cross_entropy(z.flatten(0, 1), ids.flatten()))  # not shifted
print(z[:, -1].argmax(dim=1))
# --8<-- [end:shift]

# --8<-- [start:twice]
shifted = F.pad(ids[:, 1:], (0, 1), value=-100)  # (1, 3), shifted once
print(F.cross_entropy(z.flatten(0, 1), shifted.flatten()))  # right
print(F.cross_entropy(z[:, :-1].flatten(0, 1), shifted[:, 1:].flatten()))
# --8<-- [end:twice]

# --8<-- [start:padded]
padding = torch.tensor([[False, False, True]])  # (1, 3)
target = ids.masked_fill(padding, -100)  # (1, 3)
print(F.cross_entropy(z[:, :-1].flatten(0, 1), target[:, 1:].flatten()))
# --8<-- [end:padded]
