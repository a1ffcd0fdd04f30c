# --8<-- [start:error]
import warnings

import torch
import torch.nn.functional as F

logits = torch.tensor([[2.5, 3.5, 1.5], [0.5, 1.0, 2.0]])  # (2, 3)
target = torch.tensor([1, 2])  # (2,)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    F.log_softmax(logits)
for warning in caught:
    print(f"{warning.category.__name__}: {warning.message}")
# --8<-- [end:error]

# --8<-- [start:three]
sequences = logits.view(1, 2, 3)  # (N, L, C)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(F.softmax(sequences))
# --8<-- [end:three]

# --8<-- [start:fix]
print(F.softmax(sequences, dim=-1))
print(F.nll_loss(F.log_softmax(logits, dim=1), target))
# --8<-- [end:fix]
