# --8<-- [start:example]
import torch

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
print(logits.exp().sum().log())
print(logits.logsumexp(dim=0))
print((logits + 1000).logsumexp(dim=0))
print((logits + 1000).exp().sum().log())
# --8<-- [end:example]
