# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
flat = logits.view(3, 2)  # (3, 2) the wrong way to flatten
tokens = target  # (2,)
try:
    F.cross_entropy(flat, tokens)
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
sequences = logits.view(1, 2, 3)  # (N, L, C)
labels = target.view(1, 2)  # (N, L)
print(F.cross_entropy(sequences.flatten(0, 1), labels.flatten()))
# --8<-- [end:fix]

# --8<-- [start:scalar]
try:
    F.cross_entropy(logits, torch.tensor(1))
except ValueError as error:
    print("ValueError:", error)
print(F.cross_entropy(logits[0], torch.tensor(1)))  # (3,) and ()
# --8<-- [end:scalar]

# --8<-- [start:last]
fixed = torch.ones(4)  # targets for batches of four
output = torch.tensor([[0.5], [2.0]])  # (2, 1): the last batch is smaller
print(fixed.shape, output.shape)
print(F.binary_cross_entropy_with_logits(output, torch.ones_like(output)))
# --8<-- [end:last]
