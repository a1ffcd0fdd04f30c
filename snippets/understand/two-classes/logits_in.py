# --8<-- [start:saturated]
import torch
import torch.nn.functional as F

no = torch.tensor([0.0])  # (1,) the target
for value in 2.0, 20.0, 200.0:
    d = torch.tensor([value], requires_grad=True)  # (1,)
    after = F.binary_cross_entropy(torch.sigmoid(d), no)
    inside = F.binary_cross_entropy_with_logits(d, no)
    for name, loss in ("after sigmoid", after), ("with logits", inside):
        (gradient,) = torch.autograd.grad(loss, d)
        print(f"{value:g} {name}: {loss:.4f}, gradient {gradient.item():.4f}")
# --8<-- [end:saturated]

# --8<-- [start:yes]
yes = torch.tensor([1.0])  # (1,) the target
for value in -20.0, -30.0:
    d = torch.tensor([value], requires_grad=True)  # (1,)
    after = F.binary_cross_entropy(torch.sigmoid(d), yes)
    inside = F.binary_cross_entropy_with_logits(d, yes)
    for name, loss in ("after sigmoid", after), ("with logits", inside):
        (gradient,) = torch.autograd.grad(loss, d)
        print(f"{value:g} {name}: {loss:.4f}, gradient {gradient.item():.4f}")
# --8<-- [end:yes]
