# --8<-- [start:upstream]
import torch
import torch.nn.functional as F

pad = torch.tensor([[False, False, True], [True, True, True]])  # (2, 3)
y, scores = torch.tensor([0, -100]), torch.zeros(2, 3)  # (2,), (2, 3)
for mask in pad, pad & ~pad.all(dim=1, keepdim=True):  # (2, 3)
    values = torch.eye(3, 2).requires_grad_()  # (3, 2)
    attention = scores.masked_fill(mask, -torch.inf).softmax(dim=1)
    z, valid = attention @ values, y != -100  # (2, 2), (2,)
    loss = F.cross_entropy(z[valid], y[valid])
    loss.backward()
    print(f"{loss:.4f}", values.grad, sep="\n")
# --8<-- [end:upstream]
