# --8<-- [start:example]
import torch

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
print(logits.log_softmax(dim=0))
print(logits - logits.logsumexp(dim=0))
print(logits.log_softmax(dim=0).log_softmax(dim=0))
# --8<-- [end:example]
