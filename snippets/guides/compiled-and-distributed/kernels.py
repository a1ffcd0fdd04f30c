# --8<-- [start:flag]
import os

os.environ["CUBLAS_WORKSPACE_CONFIG"] = ":4096:8"  # or in the shell, before the process starts

import torch

torch.use_deterministic_algorithms(True)
print(os.environ["CUBLAS_WORKSPACE_CONFIG"], torch.are_deterministic_algorithms_enabled())
# --8<-- [end:flag]

# --8<-- [start:kernels]
import torch.nn.functional as F

for shape in [(2, 3), (2, 3, 5), (2, 3, 4, 4)]:  # classes in dimension 1
    logits = torch.zeros(shape, requires_grad=True)
    target = torch.zeros(shape[:1] + shape[2:], dtype=torch.long)
    print(shape, F.cross_entropy(logits, target).grad_fn.name())
# --8<-- [end:kernels]

# --8<-- [start:flat]
logits = torch.zeros(2, 3, 5, requires_grad=True)  # (N, C, L)
target = torch.zeros(2, 5, dtype=torch.long)  # (N, L)
flat = F.cross_entropy(logits.transpose(1, 2).flatten(0, 1), target.flatten())
print(flat.grad_fn.name(), torch.allclose(flat, F.cross_entropy(logits, target)))
# --8<-- [end:flat]
