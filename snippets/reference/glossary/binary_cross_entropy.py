# --8<-- [start:example]
import torch
import torch.nn.functional as F

d, y = torch.tensor(1.0), torch.tensor(1.0)  # (), ()
print(F.binary_cross_entropy_with_logits(d, y))
print(F.cross_entropy(torch.tensor([0.0, 1.0]), torch.tensor(1)))
# --8<-- [end:example]
