# --8<-- [start:example]
import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
log_p = logits.log_softmax(dim=0)  # (3,)
for q in torch.tensor([[0.0, 1.0, 0.0], [0.2, 0.7, 0.1]]):
    print(-(q * log_p).sum(), F.cross_entropy(logits, q))
# --8<-- [end:example]
