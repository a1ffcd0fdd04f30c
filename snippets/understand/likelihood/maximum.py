# --8<-- [start:steps]
import torch
import torch.nn.functional as F

p = torch.tensor(
    [[0.3, 0.5, 0.2], [0.8, 0.1, 0.1], [0.7, 0.2, 0.1], [0.25, 0.25, 0.5]]
)  # (4, 3) a row of probabilities per item
c = torch.tensor([1, 0, 2, 2])  # (4,) class indices
right = p[range(4), c]  # (4,)
print("probabilities:", right)
print("product:      ", right.prod())
print("log of it:    ", right.prod().log())
print("sum of logs:  ", right.log().sum())
print("mean NLL:     ", -right.log().mean())
# --8<-- [end:steps]

# --8<-- [start:torch]
print("nll_loss:     ", F.nll_loss(p.log(), c))
print("cross_entropy:", F.cross_entropy(p.log(), c))
# --8<-- [end:torch]
