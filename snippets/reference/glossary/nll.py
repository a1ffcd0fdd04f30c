# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
log_p = logits.log_softmax(dim=0)  # (3,)
print(F.nll_loss(log_p, torch.tensor(1)))
print(-log_p[1])
# --8<-- [end:example]
