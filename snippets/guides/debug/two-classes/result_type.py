# --8<-- [start:error]
import torch
import torch.nn.functional as F

logits = torch.tensor([1.5, -0.5])  # (2,)
integers = torch.tensor([1, 0])  # (2,)
for labels in (integers, integers.bool()):
    try:
        F.binary_cross_entropy_with_logits(logits, labels)
    except RuntimeError as error:
        print("RuntimeError:", error)
# --8<-- [end:error]

# --8<-- [start:fix]
print(F.binary_cross_entropy_with_logits(logits, labels.float()))
# --8<-- [end:fix]
