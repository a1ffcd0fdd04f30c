# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
log_p = logits.log_softmax(dim=0)  # (3,)
q = torch.tensor([0.2, 0.7, 0.1])  # (3,)
print((q * (q.log() - log_p)).sum())
print(F.kl_div(log_p, q, reduction="sum"))
print(F.cross_entropy(logits, q) - torch.special.entr(q).sum())
# --8<-- [end:example]
