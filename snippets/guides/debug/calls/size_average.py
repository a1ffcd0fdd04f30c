# --8<-- [start:error]
import warnings

import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    F.cross_entropy(logits, target, size_average=False)
for warning in caught:
    print(f"{warning.category.__name__}: {warning.message}")
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.cross_entropy(logits, target, reduction="sum"))
# --8<-- [end:fix]
