# --8<-- [start:error]
import math
import warnings

import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
logits.requires_grad_()
target = torch.tensor([1, 2])  # (2,)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    perplexity = math.exp(F.cross_entropy(logits, target))
for warning in caught:
    print("UserWarning:", str(warning.message).splitlines()[0])
print(type(perplexity).__name__)
# --8<-- [end:error]

# --8<-- [start:fix]
loss = F.cross_entropy(logits, target)
print(f"{loss.item():.4f}")
print(loss.exp().requires_grad)
# --8<-- [end:fix]
