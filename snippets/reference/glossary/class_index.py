# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
print(F.cross_entropy(logits, torch.tensor(1)))
print(-logits.log_softmax(dim=0)[1])
# --8<-- [end:example]
