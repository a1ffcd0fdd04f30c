# --8<-- [start:error]
import warnings

import torch
import torch.nn.functional as F

weight = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
logits = weight.requires_grad_() * 1  # (2, 3) computed: not a leaf
F.cross_entropy(logits, torch.tensor([1, 2])).backward()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(logits.grad)
for warning in caught:
    print("UserWarning:", str(warning.message).partition(". ")[0])
# --8<-- [end:error]

# --8<-- [start:fix]
logits = weight * 1  # (2, 3)
logits.retain_grad()
F.cross_entropy(logits, torch.tensor([1, 2])).backward()
print(logits.grad)
# --8<-- [end:fix]

# --8<-- [start:optimizer]
try:
    torch.optim.SGD([weight * 1], lr=0.1)
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:optimizer]
