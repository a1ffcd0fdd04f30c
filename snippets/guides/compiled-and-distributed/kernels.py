# --8<-- [start:flag]
import os

os.environ["CUBLAS_WORKSPACE_CONFIG"] = ":4096:8"  # or in the shell
import torch

torch.use_deterministic_algorithms(True)
# --8<-- [end:flag]

# --8<-- [start:kernels]
import torch.nn.functional as F


def kernel(logits, target):
    return F.cross_entropy(logits, target).grad_fn.name()


def tensors(*shape):  # classes in dimension 1
    return torch.zeros(shape, requires_grad=True), torch.zeros(shape[:1] + shape[2:], dtype=torch.long)


logits, target = tensors(2, 3, 5)
print("images (N, C, H, W):  ", kernel(*tensors(2, 3, 4, 4)))
print("sequences (N, C, L):  ", kernel(logits, target))
print("flattened (N * L, C): ", kernel(logits.transpose(1, 2).flatten(0, 1), target.flatten()))
# --8<-- [end:kernels]
