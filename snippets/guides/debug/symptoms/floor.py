# --8<-- [start:twice]
import math

import torch
import torch.nn.functional as F

for classes in 3, 1000:
    perfect = F.one_hot(torch.tensor([0]), classes).float()  # (1, C) the best
    loss = F.cross_entropy(perfect, torch.tensor([0]))
    print(classes, f"{loss:.4f}", f"{math.log(math.e + classes - 1) - 1:.4f}")
# --8<-- [end:twice]

# --8<-- [start:logarithm]
z, y = torch.tensor([[2.5, 3.5, 1.5]]), torch.tensor([1])  # (1, 3), (1,)
p = z.softmax(dim=1)  # (1, 3) what the network returns
print(F.cross_entropy(p, y), F.cross_entropy(p.log(), y), F.cross_entropy(z, y))
# --8<-- [end:logarithm]

# --8<-- [start:soft]
q = torch.tensor([[0.2, 0.7, 0.1]])  # (1, 3) a soft target
entropy = -(q * q.log()).sum()  # ()
logits = torch.tensor([[2.5, 3.5, 1.5]])  # (1, 3)
print("loss:", F.cross_entropy(logits, q), "floor:", entropy)
kl = F.kl_div(logits.log_softmax(dim=1), q, reduction="batchmean")
print("difference:", F.cross_entropy(logits, q) - entropy, "KL:", kl)
smooth = 0.9 * torch.tensor([[1.0, 0.0, 0.0]]) + 0.1 / 3  # (1, 3) label smoothing of 0.1
best = smooth.log()  # (1, 3)
loss = F.cross_entropy(best, torch.tensor([0]), label_smoothing=0.1)
print("floor of label smoothing:", loss)
# --8<-- [end:soft]

# --8<-- [start:conflict]
equal = torch.tensor([[5.0, 5.0, -20.0]])  # (1, 3)
print(F.cross_entropy(equal.expand(2, 3), torch.tensor([0, 1])))
both = torch.tensor([[1.0, 1.0, 0.0]])  # (1, 3) two classes are true
print(F.cross_entropy(equal, both))
certain = torch.tensor([[30.0, 30.0, -30.0]])  # (1, 3)
print(F.binary_cross_entropy_with_logits(certain, both) < 1e-6)
# --8<-- [end:conflict]
