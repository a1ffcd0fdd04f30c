# --8<-- [start:error]
import warnings

import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
q = torch.tensor([[0.2, 0.7, 0.1], [0.1, 0.2, 0.7]])  # (2, 3)
log_probs = F.log_softmax(logits, dim=1)  # (2, 3)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    loss = F.kl_div(log_probs, q)
for warning in caught:
    print(f"{warning.category.__name__}: {warning.message}")
# --8<-- [end:error]

# --8<-- [start:fix]
print("mean:     ", loss)
print("batchmean:", F.kl_div(log_probs, q, reduction="batchmean"))
print("by hand:  ", (q * (q.log() - log_probs)).sum(dim=1).mean())
# --8<-- [end:fix]
