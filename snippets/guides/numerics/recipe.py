# --8<-- [start:recipe]
import torch
import torch.nn.functional as F

inf = torch.inf


def mean_loss(logits, target):
    """The mean loss, in float32, of the rows with a target; 0 if no row has one."""
    keep = target != -100  # (N,)
    rows = logits.masked_fill(~keep[:, None], 0.0).float()  # (N, C)
    total = F.cross_entropy(rows, target, reduction="sum")
    return total / keep.sum().clamp(min=1)
# --8<-- [end:recipe]

# --8<-- [start:use]
z = torch.tensor([[2.5, 3.5, -inf], [-inf, -inf, -inf]]).half()  # (2, 3)
z.requires_grad_()
for target in torch.tensor([1, -100]), torch.tensor([-100, -100]):
    loss = mean_loss(z, target)
    print(f"loss {loss:.4f}, a {loss.dtype}")
    print(*torch.autograd.grad(loss, z))
# --8<-- [end:use]
