# --8<-- [start:averaged]
import torch
import torch.nn.functional as F

logits = torch.tensor(
    [[-2.0, 4.0, 4.0], [4.0, -2.0, 0.0], [4.0, 2.0, 1.0], [4.0, -1.0, 0.0]]
)  # (4, 3)
targets = torch.tensor([0, 0, 2, 1])  # (4,)
ranks = list(zip(logits.split([1, 3]), targets.split([1, 3])))
bias = torch.zeros(3, requires_grad=True)  # (3,) equal in all processes


def averaged(loss_of):  # what DDP does with the processes' gradients
    grads = [torch.autograd.grad(loss_of(z, c), bias)[0] for z, c in ranks]
    return torch.stack(grads).mean(dim=0)


print(averaged(lambda z, c: F.cross_entropy(z + bias, c)))
# --8<-- [end:averaged]

# --8<-- [start:scaled]
count = sum((c != -100).sum() for _, c in ranks)  # by all_reduce
world_size = len(ranks)


def scaled(z, c):
    total = F.cross_entropy(z + bias, c, reduction="sum")
    return total * world_size / count


print(averaged(scaled))
print(torch.autograd.grad(F.cross_entropy(logits + bias, targets), bias)[0])
# --8<-- [end:scaled]
