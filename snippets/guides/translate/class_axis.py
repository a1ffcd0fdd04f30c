# --8<-- [start:axis]
import numpy as np
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [
        [[2.5, 3.0], [3.5, 1.0], [1.5, 0.5]],
        [[0.5, 2.0], [1.0, 0.5], [1.5, 1.0]],
    ]
)  # (N, C, L) = (2, 3, 2)
c = torch.tensor([[1, 0], [2, 2]])  # (N, L)
last = np.moveaxis(logits.numpy(), 1, -1)  # (N, L, C) for Keras and Optax
print(last.shape)
print(F.cross_entropy(logits, c))
print(F.cross_entropy(torch.from_numpy(last).movedim(-1, 1), c))
# --8<-- [end:axis]
