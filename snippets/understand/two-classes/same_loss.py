# --8<-- [start:rows]
import torch
import torch.nn.functional as F

logits = torch.tensor([[2.0, -1.0], [0.3, 1.7]], requires_grad=True)  # (2, 2)
d = (logits[:, 1] - logits[:, 0]).detach().requires_grad_()  # (2,)
targets = torch.tensor([0, 1])  # (2,)
ce = F.cross_entropy(logits, targets, reduction="none")  # (2,)
bce = F.binary_cross_entropy_with_logits(d, targets.float(), reduction="none")
signs = torch.tensor([1.0, -1.0])  # (2,) +d for class 0, -d for class 1
for losses in ce, bce, F.softplus(signs * d):
    print(losses.detach())
# --8<-- [end:rows]

# --8<-- [start:gradients]
(to_logits,) = torch.autograd.grad(ce.sum(), logits)  # (2, 2)
(to_d,) = torch.autograd.grad(bce.sum(), d)  # (2,)
print(to_logits)
print(to_d)
# --8<-- [end:gradients]

# --8<-- [start:step]
rate = 0.5
stepped = logits.detach() - rate * to_logits  # (2, 2)
print("two logits:", stepped[:, 1] - stepped[:, 0] - d.detach())
print("one logit: ", -rate * to_d)
# --8<-- [end:step]
